"""the employers' side of the register"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

FIRST_IS_OWNER = """
UPDATE colleague SET role = 'owner' WHERE state = 'active' AND NOT EXISTS (
    SELECT 1 FROM colleague AS other
    WHERE other.employer_id = colleague.employer_id AND other.state = 'active'
    AND (coalesce(other.answered_at, other.asked_at), other.id)
        < (coalesce(colleague.answered_at, colleague.asked_at), colleague.id)
)
"""
WRITER_IS_CONTACT = """
UPDATE opening SET contact_id = (
    SELECT actor_id FROM audit_entry
    WHERE subject_id = opening.id AND action = 'opening.created' LIMIT 1
) WHERE source = 'portal'
"""


def upgrade() -> None:
    with op.batch_alter_table('employer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('updated_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('parent_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f('fk_employer_parent_id_employer'), 'employer', ['parent_id'], ['id']
        )
        batch_op.create_index(batch_op.f('ix_employer_parent_id'), ['parent_id'], unique=False)
        batch_op.add_column(sa.Column('merged_into_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f('fk_employer_merged_into_id_employer'), 'employer', ['merged_into_id'], ['id']
        )
        batch_op.create_index(batch_op.f('ix_employer_merged_into_id'), ['merged_into_id'], unique=False)
        batch_op.create_check_constraint(
            batch_op.f('ck_employer_not_merged_into_itself'), 'merged_into_id <> id'
        )
        batch_op.alter_column('organization_number', existing_type=sa.String(), nullable=True)
        batch_op.create_check_constraint(
            batch_op.f('ck_employer_number_or_parent'),
            'organization_number IS NOT NULL OR parent_id IS NOT NULL OR merged_into_id IS NOT NULL',
        )
        batch_op.create_check_constraint(batch_op.f('ck_employer_not_below_itself'), 'parent_id <> id')
        batch_op.add_column(sa.Column('paused_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('opted_out_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('relation_owner_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f('fk_employer_relation_owner_id_user'), 'user', ['relation_owner_id'], ['id']
        )
        batch_op.create_index(batch_op.f('ix_employer_relation_owner_id'), ['relation_owner_id'], unique=False)
    op.execute('UPDATE employer SET updated_at = created_at')
    with op.batch_alter_table('employer', schema=None) as batch_op:
        batch_op.alter_column('updated_at', nullable=False)
    with op.batch_alter_table('workplace', schema=None) as batch_op:
        batch_op.add_column(sa.Column('updated_at', sa.DateTime(timezone=True), nullable=True))
    op.execute(
        'UPDATE workplace SET updated_at = '
        '(SELECT created_at FROM employer WHERE employer.id = workplace.employer_id)'
    )
    with op.batch_alter_table('workplace', schema=None) as batch_op:
        batch_op.alter_column('updated_at', nullable=False)
    with op.batch_alter_table('colleague', schema=None) as batch_op:
        batch_op.add_column(
            sa.Column('role', sa.String(length=40), nullable=False, server_default='recruiter')
        )
    op.execute(FIRST_IS_OWNER)
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.add_column(sa.Column('contact_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_opening_contact_id_user'), 'user', ['contact_id'], ['id'])
        batch_op.create_index(batch_op.f('ix_opening_contact_id'), ['contact_id'], unique=False)
    op.execute(WRITER_IS_CONTACT)
    with op.batch_alter_table('team_member', schema=None) as batch_op:
        batch_op.add_column(sa.Column('acquires', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table('contact',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('way', sa.String(length=40), nullable=False),
    sa.Column('topics', sa.JSON(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_contact_by_id_user')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_contact_employer_id_employer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact'))
    )
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.create_index('ix_contact_employer_id_made_on', ['employer_id', 'made_on'], unique=False)
    op.create_table('mentor',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('reached_at', sa.String(), nullable=False),
    sa.Column('training', sa.String(length=40), nullable=False),
    sa.Column('trained_on', sa.Date(), nullable=True),
    sa.Column('most_youths', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(training = 'trained') = (trained_on IS NOT NULL)", name=op.f('ck_mentor_trained_with_date')),
    sa.CheckConstraint('most_youths BETWEEN 1 AND 20', name=op.f('ck_mentor_most_youths_within_reason')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_mentor_employer_id_employer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentor'))
    )
    with op.batch_alter_table('mentor', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mentor_employer_id'), ['employer_id'], unique=False)
    op.create_table('pledge',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('promised', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_pledge_ends_after_start')),
    sa.CheckConstraint('promised BETWEEN 1 AND 5000', name=op.f('ck_pledge_promised_within_reason')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_pledge_employer_id_employer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge'))
    )
    with op.batch_alter_table('pledge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_employer_id'), ['employer_id'], unique=False)


def downgrade() -> None:
    op.drop_table('pledge')
    op.drop_table('mentor')
    op.drop_table('contact')
    with op.batch_alter_table('team_member', schema=None) as batch_op:
        batch_op.drop_column('acquires')
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_opening_contact_id'))
        batch_op.drop_constraint(batch_op.f('fk_opening_contact_id_user'), type_='foreignkey')
        batch_op.drop_column('contact_id')
    with op.batch_alter_table('colleague', schema=None) as batch_op:
        batch_op.drop_column('role')
    with op.batch_alter_table('workplace', schema=None) as batch_op:
        batch_op.drop_column('updated_at')
    with op.batch_alter_table('employer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_employer_relation_owner_id'))
        batch_op.drop_constraint(batch_op.f('fk_employer_relation_owner_id_user'), type_='foreignkey')
        batch_op.drop_column('relation_owner_id')
        batch_op.drop_column('opted_out_at')
        batch_op.drop_column('paused_until')
        batch_op.drop_constraint(batch_op.f('ck_employer_not_below_itself'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_employer_number_or_parent'), type_='check')
        batch_op.alter_column('organization_number', existing_type=sa.String(), nullable=False)
        batch_op.drop_constraint(batch_op.f('ck_employer_not_merged_into_itself'), type_='check')
        batch_op.drop_index(batch_op.f('ix_employer_merged_into_id'))
        batch_op.drop_constraint(batch_op.f('fk_employer_merged_into_id_employer'), type_='foreignkey')
        batch_op.drop_column('merged_into_id')
        batch_op.drop_index(batch_op.f('ix_employer_parent_id'))
        batch_op.drop_constraint(batch_op.f('fk_employer_parent_id_employer'), type_='foreignkey')
        batch_op.drop_column('parent_id')
        batch_op.drop_column('updated_at')
