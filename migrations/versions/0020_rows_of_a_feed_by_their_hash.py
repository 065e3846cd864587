"""rows of a feed by their hash"""

from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

COLUMNS = ['feed_id', 'row_hash', 'state', 'source', 'source_id', 'source_updated_at']


def upgrade() -> None:
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_opening_feed_id'))
        batch_op.drop_index(batch_op.f('ix_opening_row_hash'))
        batch_op.create_index('ix_opening_of_a_feed', COLUMNS, unique=False)


def downgrade() -> None:
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_index('ix_opening_of_a_feed')
        batch_op.create_index(batch_op.f('ix_opening_row_hash'), ['row_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_opening_feed_id'), ['feed_id'], unique=False)
