"""weights, weekly sharing, and suggestions that widen"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('sharing',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('week', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youths', sa.Integer(), nullable=False),
    sa.Column('overlooked', sa.Integer(), nullable=False),
    sa.Column('picked', sa.Integer(), nullable=False),
    sa.Column('reached', sa.Integer(), nullable=False),
    sa.Column('unhindered', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sharing')),
    sa.UniqueConstraint('week', name=op.f('uq_sharing_week'))
    )
    op.create_table('rankingweights',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('thousandths', sa.JSON(), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('compared', sa.JSON(), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['made_by_id'], ['user.id'], name=op.f('fk_rankingweights_made_by_id_user')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rankingweights'))
    )
    with op.batch_alter_table('rankingweights', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rankingweights_made_at'), ['made_at'], unique=False)

    with op.batch_alter_table('suggestion', schema=None) as batch_op:
        batch_op.add_column(sa.Column('is_widening', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('picked_for', sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('suggestion', schema=None) as batch_op:
        batch_op.drop_column('picked_for')
        batch_op.drop_column('is_widening')

    with op.batch_alter_table('rankingweights', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rankingweights_made_at'))

    op.drop_table('rankingweights')
    op.drop_table('sharing')
