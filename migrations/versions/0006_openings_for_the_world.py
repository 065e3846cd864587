"""openings for the world, and how often they are looked at"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.add_column(sa.Column('advice_aside', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('is_public', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('public_changed_at', sa.DateTime(timezone=True), nullable=True))

    op.create_table('openingviews',
    sa.Column('opening_id', sa.Uuid(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['opening_id'], ['opening.id'], name=op.f('fk_openingviews_opening_id_opening'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('opening_id', 'day', name=op.f('pk_openingviews'))
    )


def downgrade() -> None:
    op.drop_table('openingviews')
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_column('public_changed_at')
        batch_op.drop_column('is_public')
        batch_op.drop_column('advice_aside')
