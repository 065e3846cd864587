"""letters that come back, and how each person wants hers"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

ON_ITS_WAY = sa.text('sent_at IS NULL AND failed_at IS NULL')


def upgrade() -> None:
    op.create_table('marked_address',
    sa.Column('address', sa.String(), nullable=False),
    sa.Column('marked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('address', name=op.f('pk_marked_address'))
    )
    op.create_table('digest_choice',
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=False),
    sa.Column('hour', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(), nullable=True),
    sa.Column('left_out', sa.JSON(), nullable=False),
    sa.Column('paused_until', sa.Date(), nullable=True),
    sa.CheckConstraint('hour BETWEEN 0 AND 23', name=op.f('ck_digest_choice_hour_exists')),
    sa.CheckConstraint('weekday BETWEEN 0 AND 6', name=op.f('ck_digest_choice_weekday_exists')),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_digest_choice_user_id_user'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', name=op.f('pk_digest_choice'))
    )
    op.create_table('suggestion_opinion',
    sa.Column('suggestion_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('is_useful', sa.Boolean(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_suggestion_opinion_suggestion_id_suggestion'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_suggestion_opinion_user_id_user'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('suggestion_id', 'user_id', name=op.f('pk_suggestion_opinion'))
    )
    op.create_table('own_letter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('way', sa.String(length=40), nullable=False),
    sa.Column('address', sa.String(), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("(way = 'mail') = (address IS NOT NULL)", name=op.f('ck_own_letter_address_is_for_mail')),
    sa.ForeignKeyConstraint(['recorded_by_id'], ['user.id'], name=op.f('fk_own_letter_recorded_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_own_letter_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_letter')),
    sa.UniqueConstraint('youth_id', name=op.f('uq_own_letter_youth_id'))
    )
    op.create_table('own_letter_week',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('week', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('letter_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['letter_id'], ['queued_letter.id'], name=op.f('fk_own_letter_week_letter_id_queued_letter')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_own_letter_week_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_letter_week')),
    sa.UniqueConstraint('youth_id', 'week', name=op.f('uq_own_letter_week_youth_id_week'))
    )
    with op.batch_alter_table('queued_letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stop', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('is_bulk', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('begun_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('doubts', sa.Integer(), nullable=False, server_default='0'))
        batch_op.drop_index(batch_op.f('ix_queued_letter_due_at'))
        batch_op.create_index('ix_queued_letter_on_its_way', ['is_bulk', 'due_at'], unique=False, sqlite_where=ON_ITS_WAY, postgresql_where=ON_ITS_WAY)
    with op.batch_alter_table('digest', schema=None) as batch_op:
        batch_op.alter_column('letter_id', existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    op.execute('DELETE FROM digest WHERE letter_id IS NULL')
    with op.batch_alter_table('digest', schema=None) as batch_op:
        batch_op.alter_column('letter_id', existing_type=sa.Uuid(), nullable=False)
    with op.batch_alter_table('queued_letter', schema=None) as batch_op:
        batch_op.drop_index('ix_queued_letter_on_its_way')
        batch_op.create_index(batch_op.f('ix_queued_letter_due_at'), ['due_at'], unique=False)
        batch_op.drop_column('doubts')
        batch_op.drop_column('begun_at')
        batch_op.drop_column('is_bulk')
        batch_op.drop_column('stop')
    op.drop_table('own_letter_week')
    op.drop_table('own_letter')
    op.drop_table('suggestion_opinion')
    op.drop_table('digest_choice')
    op.drop_table('marked_address')
