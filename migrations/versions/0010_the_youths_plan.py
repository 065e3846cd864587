"""the youths plan"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('action_plan',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('goal', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_action_plan_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action_plan')),
    sa.UniqueConstraint('youth_id', name=op.f('uq_action_plan_youth_id'))
    )
    op.create_table('activity',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('who_with', sa.String(), nullable=False),
    sa.Column('is_done', sa.Boolean(), nullable=True),
    sa.Column('why_not', sa.String(length=40), nullable=True),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("kind <> 'health_contact' OR (what = '' AND place = '' AND who_with = '')", name=op.f('ck_activity_health_is_not_told')),
    sa.CheckConstraint('ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)', name=op.f('ck_activity_ends_after_start')),
    sa.CheckConstraint('why_not IS NULL OR (is_done IS NOT NULL AND NOT is_done)', name=op.f('ck_activity_why_not_if_not_done')),
    sa.ForeignKeyConstraint(['written_by_id'], ['user.id'], name=op.f('fk_activity_written_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_activity_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activity'))
    )
    with op.batch_alter_table('activity', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_activity_starts_on'), ['starts_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_activity_youth_id'), ['youth_id'], unique=False)

    op.create_table('pause',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('ends_on IS NULL OR ends_on >= starts_on', name=op.f('ck_pause_ends_after_start')),
    sa.ForeignKeyConstraint(['written_by_id'], ['user.id'], name=op.f('fk_pause_written_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_pause_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pause'))
    )
    with op.batch_alter_table('pause', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pause_youth_id'), ['youth_id'], unique=False)

    op.create_table('personal_link',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sa.String(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['made_by_id'], ['user.id'], name=op.f('fk_personal_link_made_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_personal_link_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_personal_link')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_personal_link_token_hash'))
    )
    with op.batch_alter_table('personal_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_personal_link_youth_id'), ['youth_id'], unique=False)

    op.create_table('plan_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('plan', sa.JSON(), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['made_by_id'], ['user.id'], name=op.f('fk_plan_version_made_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_plan_version_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_version')),
    sa.UniqueConstraint('youth_id', 'number', name=op.f('uq_plan_version_youth_id_number'))
    )
    op.create_table('project_description',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('draft', sa.JSON(), nullable=False),
    sa.Column('shown', sa.JSON(), nullable=True),
    sa.Column('shown_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_project_description_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project_description')),
    sa.UniqueConstraint('youth_id', name=op.f('uq_project_description_youth_id'))
    )
    op.create_table('skills_assessment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('general_skills', sa.JSON(), nullable=True),
    sa.Column('own_words', sa.String(), nullable=False),
    sa.Column('interests', sa.JSON(), nullable=True),
    sa.Column('worked_before', sa.String(), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=True),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['written_by_id'], ['user.id'], name=op.f('fk_skills_assessment_written_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_skills_assessment_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_skills_assessment')),
    sa.UniqueConstraint('youth_id', name=op.f('uq_skills_assessment_youth_id'))
    )
    op.create_table('support_needs',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['written_by_id'], ['user.id'], name=op.f('fk_support_needs_written_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_support_needs_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_support_needs')),
    sa.UniqueConstraint('youth_id', name=op.f('uq_support_needs_youth_id'))
    )
    op.create_table('support_reader',
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('named_by_id', sa.Uuid(), nullable=False),
    sa.Column('named_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['named_by_id'], ['user.id'], name=op.f('fk_support_reader_named_by_id_user')),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_support_reader_user_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_support_reader_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('youth_id', 'user_id', name=op.f('pk_support_reader'))
    )
    op.create_table('youth_contact',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('way', sa.String(length=40), nullable=False),
    sa.Column('is_reached', sa.Boolean(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_youth_contact_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_youth_contact_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_youth_contact'))
    )
    with op.batch_alter_table('youth_contact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_youth_contact_youth_id'), ['youth_id'], unique=False)

    op.create_table('joint_meeting',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('present', sa.JSON(), nullable=False),
    sa.Column('decision', sa.String(), nullable=False),
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['recorded_by_id'], ['user.id'], name=op.f('fk_joint_meeting_recorded_by_id_user')),
    sa.ForeignKeyConstraint(['version_id'], ['plan_version.id'], name=op.f('fk_joint_meeting_version_id_plan_version')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_joint_meeting_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_joint_meeting'))
    )
    with op.batch_alter_table('joint_meeting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_joint_meeting_youth_id'), ['youth_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('joint_meeting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_joint_meeting_youth_id'))

    op.drop_table('joint_meeting')
    with op.batch_alter_table('youth_contact', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_youth_contact_youth_id'))

    op.drop_table('youth_contact')
    op.drop_table('support_reader')
    op.drop_table('support_needs')
    op.drop_table('skills_assessment')
    op.drop_table('project_description')
    op.drop_table('plan_version')
    with op.batch_alter_table('personal_link', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_personal_link_youth_id'))

    op.drop_table('personal_link')
    with op.batch_alter_table('pause', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pause_youth_id'))

    op.drop_table('pause')
    with op.batch_alter_table('activity', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_activity_youth_id'))
        batch_op.drop_index(batch_op.f('ix_activity_starts_on'))

    op.drop_table('activity')
    op.drop_table('action_plan')
