"""job tracks"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('shortage',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('round', sa.String(), nullable=False),
    sa.Column('region', sa.String(), nullable=False),
    sa.Column('occupation', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('situation', sa.String(length=40), nullable=False),
    sa.Column('chances', sa.String(length=40), nullable=True),
    sa.Column('outlook', sa.String(length=40), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=False),
    sa.Column('imported_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shortage')),
    sa.UniqueConstraint('source', 'round', 'region', 'occupation', 'title', name=op.f('uq_shortage_source_round_region_occupation_title'))
    )
    with op.batch_alter_table('shortage', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shortage_occupation'), ['occupation'], unique=False)

    op.create_table('job_track',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('team_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('summary', sa.String(), nullable=False),
    sa.Column('municipality', sa.String(), nullable=True),
    sa.Column('occupations', sa.JSON(), nullable=False),
    sa.Column('shortage_id', sa.Uuid(), nullable=True),
    sa.Column('profile', sa.JSON(), nullable=False),
    sa.Column('profile_changed_on', sa.Date(), nullable=True),
    sa.Column('target_groups', sa.JSON(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('moves', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['contact_id'], ['user.id'], name=op.f('fk_job_track_contact_id_user')),
    sa.ForeignKeyConstraint(['shortage_id'], ['shortage.id'], name=op.f('fk_job_track_shortage_id_shortage')),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_job_track_team_id_team')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job_track'))
    )
    with op.batch_alter_table('job_track', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_job_track_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_job_track_team_id'), ['team_id'], unique=False)

    op.create_table('cohort',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('track_id', sa.Uuid(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('taken', sa.Integer(), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.CheckConstraint('seats BETWEEN 1 AND 500', name=op.f('ck_cohort_seats_within_reason')),
    sa.CheckConstraint('taken BETWEEN 0 AND seats', name=op.f('ck_cohort_taken_within_seats')),
    sa.ForeignKeyConstraint(['track_id'], ['job_track.id'], name=op.f('fk_cohort_track_id_job_track'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cohort'))
    )
    with op.batch_alter_table('cohort', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cohort_track_id'), ['track_id'], unique=False)

    op.create_table('job_track_move',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('track_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.Column('act', sa.String(), nullable=False),
    sa.Column('before', sa.String(), nullable=False),
    sa.Column('after', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_job_track_move_by_id_user')),
    sa.ForeignKeyConstraint(['track_id'], ['job_track.id'], name=op.f('fk_job_track_move_track_id_job_track'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job_track_move'))
    )
    with op.batch_alter_table('job_track_move', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_job_track_move_track_id'), ['track_id'], unique=False)

    op.create_table('letter_of_intent',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('track_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_letter_of_intent_ends_after_start')),
    sa.CheckConstraint('places BETWEEN 1 AND 500', name=op.f('ck_letter_of_intent_places_within_reason')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_letter_of_intent_employer_id_employer')),
    sa.ForeignKeyConstraint(['track_id'], ['job_track.id'], name=op.f('fk_letter_of_intent_track_id_job_track'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter_of_intent'))
    )
    with op.batch_alter_table('letter_of_intent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_letter_of_intent_employer_id'), ['employer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letter_of_intent_track_id'), ['track_id'], unique=False)

    op.create_table('profile_agreement',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('track_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_profile_agreement_employer_id_employer')),
    sa.ForeignKeyConstraint(['track_id'], ['job_track.id'], name=op.f('fk_profile_agreement_track_id_job_track'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_profile_agreement'))
    )
    with op.batch_alter_table('profile_agreement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_profile_agreement_employer_id'), ['employer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_profile_agreement_track_id'), ['track_id'], unique=False)

    op.create_table('track_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('track_id', sa.Uuid(), nullable=False),
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('path', sa.String(length=40), nullable=True),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('weeks', sa.Integer(), nullable=False),
    sa.Column('hours', sa.Integer(), nullable=True),
    sa.Column('provider', sa.String(), nullable=False),
    sa.Column('prerequisites', sa.String(), nullable=False),
    sa.Column('gives', sa.JSON(), nullable=False),
    sa.CheckConstraint("part = 'after' OR path IS NULL", name=op.f('ck_track_step_a_path_comes_after_the_choice')),
    sa.CheckConstraint('hours BETWEEN 1 AND 60', name=op.f('ck_track_step_hours_within_a_week')),
    sa.CheckConstraint('weeks BETWEEN 1 AND 200', name=op.f('ck_track_step_weeks_within_reason')),
    sa.ForeignKeyConstraint(['track_id'], ['job_track.id'], name=op.f('fk_track_step_track_id_job_track'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_track_step'))
    )
    with op.batch_alter_table('track_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_track_step_track_id'), ['track_id'], unique=False)

    op.create_table('enrolment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('cohort_id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('moves', sa.Integer(), nullable=False),
    sa.Column('in_line_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('goes_before', sa.String(length=40), nullable=True),
    sa.Column('answer_by', sa.Date(), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('left_why', sa.String(length=40), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(state = 'left') = (left_why IS NOT NULL)", name=op.f('ck_enrolment_who_left_has_a_reason')),
    sa.CheckConstraint("(state = 'offered') = (answer_by IS NOT NULL)", name=op.f('ck_enrolment_an_offer_has_a_last_day')),
    sa.ForeignKeyConstraint(['cohort_id'], ['cohort.id'], name=op.f('fk_enrolment_cohort_id_cohort')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_enrolment_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolment'))
    )
    with op.batch_alter_table('enrolment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_enrolment_answer_by'), ['answer_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_enrolment_cohort_id'), ['cohort_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_enrolment_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_enrolment_youth_id'), ['youth_id'], unique=False)
        batch_op.create_index('uq_enrolment_open', ['youth_id', 'cohort_id'], unique=True, sqlite_where=sa.text("state NOT IN ('completed', 'left')"), postgresql_where=sa.text("state NOT IN ('completed', 'left')"))

    op.create_table('enrolment_move',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('enrolment_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.Column('act', sa.String(), nullable=False),
    sa.Column('before', sa.String(), nullable=False),
    sa.Column('after', sa.String(), nullable=False),
    sa.Column('why', sa.String(), nullable=True),
    sa.Column('note', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_enrolment_move_by_id_user')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_enrolment_move_enrolment_id_enrolment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolment_move'))
    )
    with op.batch_alter_table('enrolment_move', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_enrolment_move_enrolment_id'), ['enrolment_id'], unique=False)

    op.create_table('pathway_choice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('enrolment_id', sa.Uuid(), nullable=False),
    sa.Column('path', sa.String(length=40), nullable=False),
    sa.Column('chosen_on', sa.Date(), nullable=False),
    sa.Column('reasons', sa.JSON(), nullable=False),
    sa.Column('took_part', sa.JSON(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_pathway_choice_enrolment_id_enrolment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['recorded_by_id'], ['user.id'], name=op.f('fk_pathway_choice_recorded_by_id_user')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pathway_choice'))
    )
    with op.batch_alter_table('pathway_choice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pathway_choice_enrolment_id'), ['enrolment_id'], unique=False)

    op.create_table('step_taken',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('enrolment_id', sa.Uuid(), nullable=False),
    sa.Column('step_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint('ended_on >= started_on', name=op.f('ck_step_taken_ends_after_start')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_step_taken_enrolment_id_enrolment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['step_id'], ['track_step.id'], name=op.f('fk_step_taken_step_id_track_step')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_step_taken')),
    sa.UniqueConstraint('enrolment_id', 'step_id', name=op.f('uq_step_taken_enrolment_id_step_id'))
    )
    with op.batch_alter_table('step_taken', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_step_taken_enrolment_id'), ['enrolment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_step_taken_step_id'), ['step_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('step_taken', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_step_taken_step_id'))
        batch_op.drop_index(batch_op.f('ix_step_taken_enrolment_id'))

    op.drop_table('step_taken')
    with op.batch_alter_table('pathway_choice', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pathway_choice_enrolment_id'))

    op.drop_table('pathway_choice')
    with op.batch_alter_table('enrolment_move', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_enrolment_move_enrolment_id'))

    op.drop_table('enrolment_move')
    with op.batch_alter_table('enrolment', schema=None) as batch_op:
        batch_op.drop_index('uq_enrolment_open', sqlite_where=sa.text("state NOT IN ('completed', 'left')"), postgresql_where=sa.text("state NOT IN ('completed', 'left')"))
        batch_op.drop_index(batch_op.f('ix_enrolment_youth_id'))
        batch_op.drop_index(batch_op.f('ix_enrolment_state'))
        batch_op.drop_index(batch_op.f('ix_enrolment_cohort_id'))
        batch_op.drop_index(batch_op.f('ix_enrolment_answer_by'))

    op.drop_table('enrolment')
    with op.batch_alter_table('track_step', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_track_step_track_id'))

    op.drop_table('track_step')
    with op.batch_alter_table('profile_agreement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_profile_agreement_track_id'))
        batch_op.drop_index(batch_op.f('ix_profile_agreement_employer_id'))

    op.drop_table('profile_agreement')
    with op.batch_alter_table('letter_of_intent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_letter_of_intent_track_id'))
        batch_op.drop_index(batch_op.f('ix_letter_of_intent_employer_id'))

    op.drop_table('letter_of_intent')
    with op.batch_alter_table('job_track_move', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_job_track_move_track_id'))

    op.drop_table('job_track_move')
    with op.batch_alter_table('cohort', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_cohort_track_id'))

    op.drop_table('cohort')
    with op.batch_alter_table('job_track', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_job_track_team_id'))
        batch_op.drop_index(batch_op.f('ix_job_track_state'))

    op.drop_table('job_track')
    with op.batch_alter_table('shortage', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_shortage_occupation'))

    op.drop_table('shortage')
