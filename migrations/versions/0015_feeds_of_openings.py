"""feeds of openings"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('feed',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('address', sa.String(), nullable=False),
    sa.Column('counties', sa.JSON(), nullable=False),
    sa.Column('occupation_fields', sa.JSON(), nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('cursor', sa.JSON(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('wished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=True),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('read_whole_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feed')),
    sa.UniqueConstraint('name', name=op.f('uq_feed_name'))
    )
    op.create_table('feed_run',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('feed_id', sa.Uuid(), nullable=False),
    sa.Column('reach', sa.String(length=40), nullable=False),
    sa.Column('began_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('read', sa.Integer(), nullable=False),
    sa.Column('new', sa.Integer(), nullable=False),
    sa.Column('changed', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.Column('closed', sa.Integer(), nullable=False),
    sa.Column('outside', sa.Integer(), nullable=False),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.Column('error', sa.String(length=40), nullable=True),
    sa.Column('detail', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['feed_id'], ['feed.id'], name=op.f('fk_feed_run_feed_id_feed'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feed_run'))
    )
    with op.batch_alter_table('feed_run', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feed_run_feed_id'), ['feed_id'], unique=False)

    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.add_column(sa.Column('feed_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('row_hash', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('is_unread', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('is_unpaired', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('twin_of_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('employer_number', sa.String(), nullable=True))
        batch_op.create_index(batch_op.f('ix_opening_employer_number'), ['employer_number'], unique=False)
        batch_op.create_index(batch_op.f('ix_opening_feed_id'), ['feed_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_opening_is_unpaired'), ['is_unpaired'], unique=False)
        batch_op.create_index(batch_op.f('ix_opening_is_unread'), ['is_unread'], unique=False)
        batch_op.create_index(batch_op.f('ix_opening_row_hash'), ['row_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_opening_twin_of_id'), ['twin_of_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_opening_feed_id_feed'), 'feed', ['feed_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_opening_twin_of_id_opening'), 'opening', ['twin_of_id'], ['id'])

    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.alter_column('is_unread', server_default=None)
        batch_op.alter_column('is_unpaired', server_default=None)


def downgrade() -> None:
    op.execute("UPDATE opening SET state = 'published' WHERE state = 'twin'")
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_opening_twin_of_id_opening'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_opening_feed_id_feed'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_opening_twin_of_id'))
        batch_op.drop_index(batch_op.f('ix_opening_row_hash'))
        batch_op.drop_index(batch_op.f('ix_opening_is_unread'))
        batch_op.drop_index(batch_op.f('ix_opening_is_unpaired'))
        batch_op.drop_index(batch_op.f('ix_opening_feed_id'))
        batch_op.drop_index(batch_op.f('ix_opening_employer_number'))
        batch_op.drop_column('employer_number')
        batch_op.drop_column('twin_of_id')
        batch_op.drop_column('is_unpaired')
        batch_op.drop_column('is_unread')
        batch_op.drop_column('row_hash')
        batch_op.drop_column('feed_id')

    with op.batch_alter_table('feed_run', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_feed_run_feed_id'))

    op.drop_table('feed_run')
    op.drop_table('feed')
