"""meetings and agreements"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('meeting',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('introduction_id', sa.Uuid(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('how', sa.String(length=40), nullable=False),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('ask_for', sa.String(), nullable=False),
    sa.Column('directions', sa.String(), nullable=False),
    sa.Column('message', sa.String(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('proposed_by_id', sa.Uuid(), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reply', sa.String(length=40), nullable=True),
    sa.Column('reply_words', sa.String(), nullable=False),
    sa.Column('replied_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('replied_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('minutes > 0', name=op.f('ck_meeting_takes_some_time')),
    sa.ForeignKeyConstraint(['introduction_id'], ['introduction.id'], name=op.f('fk_meeting_introduction_id_introduction'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['proposed_by_id'], ['user.id'], name=op.f('fk_meeting_proposed_by_id_user')),
    sa.ForeignKeyConstraint(['replied_by_id'], ['user.id'], name=op.f('fk_meeting_replied_by_id_user')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting'))
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_introduction_id'), ['introduction_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_starts_at'), ['starts_at'], unique=False)

    with op.batch_alter_table('queued_letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('calendar', sa.String(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('queued_letter', schema=None) as batch_op:
        batch_op.drop_column('calendar')

    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_starts_at'))
        batch_op.drop_index(batch_op.f('ix_meeting_introduction_id'))

    op.drop_table('meeting')
