"""youths that are not the same"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('youths_apart',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('first_id', sa.Uuid(), nullable=False),
    sa.Column('second_id', sa.Uuid(), nullable=False),
    sa.Column('judged_by_id', sa.Uuid(), nullable=False),
    sa.Column('judged_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['first_id'], ['youth.id'], name=op.f('fk_youths_apart_first_id_youth'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['judged_by_id'], ['user.id'], name=op.f('fk_youths_apart_judged_by_id_user')),
    sa.ForeignKeyConstraint(['second_id'], ['youth.id'], name=op.f('fk_youths_apart_second_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_youths_apart')),
    sa.UniqueConstraint('first_id', 'second_id', name=op.f('uq_youths_apart_first_id_second_id'))
    )
    with op.batch_alter_table('youths_apart', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_youths_apart_second_id'), ['second_id'], unique=False)


def downgrade() -> None:
    op.drop_table('youths_apart')
