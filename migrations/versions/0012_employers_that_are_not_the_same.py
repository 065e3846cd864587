"""employers that are not the same"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('apart',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('first_id', sa.Uuid(), nullable=False),
    sa.Column('second_id', sa.Uuid(), nullable=False),
    sa.Column('judged_by_id', sa.Uuid(), nullable=False),
    sa.Column('judged_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['first_id'], ['employer.id'], name=op.f('fk_apart_first_id_employer')),
    sa.ForeignKeyConstraint(['judged_by_id'], ['user.id'], name=op.f('fk_apart_judged_by_id_user')),
    sa.ForeignKeyConstraint(['second_id'], ['employer.id'], name=op.f('fk_apart_second_id_employer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_apart')),
    sa.UniqueConstraint('first_id', 'second_id', name=op.f('uq_apart_first_id_second_id'))
    )
    with op.batch_alter_table('apart', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_apart_second_id'), ['second_id'], unique=False)


def downgrade() -> None:
    op.drop_table('apart')
