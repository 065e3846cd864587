"""handovers notes and what agencies share"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

NAMED = (
    ("jobbtorg", "municipality"),
    ("kommun", "municipality"),
    ("arbetsförmedling", "employment_service"),
    ("försäkringskassa", "social_insurance"),
    ("social", "social_services"),
    ("kaa", "activity_responsibility"),
    ("aktivitetsansvar", "activity_responsibility"),
)


def upgrade() -> None:
    op.create_table('team_groups',
    sa.Column('team_id', sa.Uuid(), nullable=False),
    sa.Column('used', sa.JSON(), nullable=False),
    sa.Column('limits', sa.JSON(), nullable=False),
    sa.Column('swedish_below', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_team_groups_team_id_team'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('team_id', name=op.f('pk_team_groups'))
    )
    op.create_table('youth_upload',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('team_id', sa.Uuid(), nullable=False),
    sa.Column('responsible_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('rows', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['responsible_id'], ['user.id'], name=op.f('fk_youth_upload_responsible_id_user'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_youth_upload_team_id_team'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_youth_upload_user_id_user'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_youth_upload'))
    )
    op.create_table('agency_note',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_note_agency_id_agency')),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_agency_note_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_agency_note_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency_note'))
    )
    with op.batch_alter_table('agency_note', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agency_note_youth_id'), ['youth_id'], unique=False)

    op.create_table('agency_question',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('from_agency_id', sa.Uuid(), nullable=False),
    sa.Column('to_agency_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('to_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('ground', sa.String(length=40), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('answer_ground', sa.String(length=40), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['answered_by_id'], ['user.id'], name=op.f('fk_agency_question_answered_by_id_user')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['user.id'], name=op.f('fk_agency_question_asked_by_id_user')),
    sa.ForeignKeyConstraint(['from_agency_id'], ['agency.id'], name=op.f('fk_agency_question_from_agency_id_agency')),
    sa.ForeignKeyConstraint(['to_agency_id'], ['agency.id'], name=op.f('fk_agency_question_to_agency_id_agency')),
    sa.ForeignKeyConstraint(['to_id'], ['user.id'], name=op.f('fk_agency_question_to_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_agency_question_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency_question'))
    )
    with op.batch_alter_table('agency_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agency_question_asked_by_id'), ['asked_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agency_question_due_on'), ['due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_agency_question_to_id'), ['to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agency_question_youth_id'), ['youth_id'], unique=False)

    op.create_table('agency_status',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('detail', sa.String(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_status_agency_id_agency')),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_agency_status_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_agency_status_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency_status'))
    )
    with op.batch_alter_table('agency_status', schema=None) as batch_op:
        batch_op.create_index('ix_agency_status_youth_agency', ['youth_id', 'agency_id'], unique=False)

    op.create_table('handover',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('from_id', sa.Uuid(), nullable=False),
    sa.Column('to_id', sa.Uuid(), nullable=False),
    sa.Column('to_team_id', sa.Uuid(), nullable=False),
    sa.Column('message', sa.String(), nullable=False),
    sa.Column('ground', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('warned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('declined_why', sa.String(length=40), nullable=True),
    sa.Column('declined_words', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['from_id'], ['user.id'], name=op.f('fk_handover_from_id_user')),
    sa.ForeignKeyConstraint(['to_id'], ['user.id'], name=op.f('fk_handover_to_id_user')),
    sa.ForeignKeyConstraint(['to_team_id'], ['team.id'], name=op.f('fk_handover_to_team_id_team')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_handover_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_handover'))
    )
    with op.batch_alter_table('handover', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_handover_from_id'), ['from_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_handover_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_handover_to_id'), ['to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_handover_youth_id'), ['youth_id'], unique=False)
        batch_op.create_index('uq_handover_open', ['youth_id'], unique=True, sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))

    op.create_table('referral',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('from_agency_id', sa.Uuid(), nullable=False),
    sa.Column('to_agency_id', sa.Uuid(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('purpose', sa.String(length=40), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(length=40), nullable=True),
    sa.Column('outcome_on', sa.Date(), nullable=True),
    sa.CheckConstraint('from_agency_id <> to_agency_id', name=op.f('ck_referral_goes_elsewhere')),
    sa.ForeignKeyConstraint(['from_agency_id'], ['agency.id'], name=op.f('fk_referral_from_agency_id_agency')),
    sa.ForeignKeyConstraint(['made_by_id'], ['user.id'], name=op.f('fk_referral_made_by_id_user')),
    sa.ForeignKeyConstraint(['to_agency_id'], ['agency.id'], name=op.f('fk_referral_to_agency_id_agency')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_referral_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referral'))
    )
    with op.batch_alter_table('referral', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_referral_from_agency_id'), ['from_agency_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_referral_to_agency_id'), ['to_agency_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_referral_youth_id'), ['youth_id'], unique=False)

    op.create_table('agency_share',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('note_id', sa.Uuid(), nullable=True),
    sa.Column('status_id', sa.Uuid(), nullable=True),
    sa.Column('to_agency_id', sa.Uuid(), nullable=False),
    sa.Column('ground', sa.String(length=40), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('shared_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('(note_id IS NULL) <> (status_id IS NULL)', name=op.f('ck_agency_share_shares_one_thing')),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_agency_share_by_id_user')),
    sa.ForeignKeyConstraint(['note_id'], ['agency_note.id'], name=op.f('fk_agency_share_note_id_agency_note'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['revoked_by_id'], ['user.id'], name=op.f('fk_agency_share_revoked_by_id_user')),
    sa.ForeignKeyConstraint(['status_id'], ['agency_status.id'], name=op.f('fk_agency_share_status_id_agency_status'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['to_agency_id'], ['agency.id'], name=op.f('fk_agency_share_to_agency_id_agency')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency_share'))
    )
    with op.batch_alter_table('agency_share', schema=None) as batch_op:
        batch_op.create_index('uq_agency_share_note', ['note_id', 'to_agency_id'], unique=True, sqlite_where=sa.text('revoked_at IS NULL'), postgresql_where=sa.text('revoked_at IS NULL'))
        batch_op.create_index('uq_agency_share_status', ['status_id', 'to_agency_id'], unique=True, sqlite_where=sa.text('revoked_at IS NULL'), postgresql_where=sa.text('revoked_at IS NULL'))

    with op.batch_alter_table('agency', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(length=40), nullable=False, server_default='other'))
    for word, kind in NAMED:  # the most telling last, so that it is the one that stays
        op.execute(sa.text("UPDATE agency SET kind = :kind WHERE lower(name) LIKE :word").bindparams(kind=kind, word=f"%{word}%"))
    with op.batch_alter_table('agency', schema=None) as batch_op:
        batch_op.alter_column('kind', server_default=None)

    with op.batch_alter_table('youth', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('team_consent', sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column('team_consent_on', sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f('ix_youth_merged_into_id'), ['merged_into_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_youth_merged_into_id_youth'), 'youth', ['merged_into_id'], ['id'], ondelete='CASCADE')



def downgrade() -> None:
    with op.batch_alter_table('youth', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_youth_merged_into_id_youth'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_youth_merged_into_id'))
        batch_op.drop_column('team_consent_on')
        batch_op.drop_column('team_consent')
        batch_op.drop_column('merged_into_id')

    with op.batch_alter_table('agency', schema=None) as batch_op:
        batch_op.drop_column('kind')

    with op.batch_alter_table('agency_share', schema=None) as batch_op:
        batch_op.drop_index('uq_agency_share_status', sqlite_where=sa.text('revoked_at IS NULL'), postgresql_where=sa.text('revoked_at IS NULL'))
        batch_op.drop_index('uq_agency_share_note', sqlite_where=sa.text('revoked_at IS NULL'), postgresql_where=sa.text('revoked_at IS NULL'))

    op.drop_table('agency_share')
    with op.batch_alter_table('referral', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_referral_youth_id'))
        batch_op.drop_index(batch_op.f('ix_referral_to_agency_id'))
        batch_op.drop_index(batch_op.f('ix_referral_from_agency_id'))

    op.drop_table('referral')
    with op.batch_alter_table('handover', schema=None) as batch_op:
        batch_op.drop_index('uq_handover_open', sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))
        batch_op.drop_index(batch_op.f('ix_handover_youth_id'))
        batch_op.drop_index(batch_op.f('ix_handover_to_id'))
        batch_op.drop_index(batch_op.f('ix_handover_state'))
        batch_op.drop_index(batch_op.f('ix_handover_from_id'))

    op.drop_table('handover')
    with op.batch_alter_table('agency_status', schema=None) as batch_op:
        batch_op.drop_index('ix_agency_status_youth_agency')

    op.drop_table('agency_status')
    with op.batch_alter_table('agency_question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agency_question_youth_id'))
        batch_op.drop_index(batch_op.f('ix_agency_question_to_id'))
        batch_op.drop_index(batch_op.f('ix_agency_question_due_on'))
        batch_op.drop_index(batch_op.f('ix_agency_question_asked_by_id'))

    op.drop_table('agency_question')
    with op.batch_alter_table('agency_note', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agency_note_youth_id'))

    op.drop_table('agency_note')
    op.drop_table('youth_upload')
    op.drop_table('team_groups')
