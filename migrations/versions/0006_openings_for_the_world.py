"""openings for the world, and how often they are looked at"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reference', sa.String(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_opening_employer_id_reference'), ['employer_id', 'reference'])
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

    op.create_table('openingupload',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('rows', sa.JSON(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('publishes', sa.Boolean(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_openingupload_employer_id_employer'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_openingupload_user_id_user'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_openingupload'))
    )
    with op.batch_alter_table('openingupload', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_openingupload_employer_id'), ['employer_id'], unique=False)


def downgrade() -> None:
    op.drop_table('openingupload')
    op.drop_table('openingviews')
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_column('public_changed_at')
        batch_op.drop_column('is_public')
        batch_op.drop_column('advice_aside')
        batch_op.drop_constraint(batch_op.f('uq_opening_employer_id_reference'), type_='unique')
        batch_op.drop_column('reference')
