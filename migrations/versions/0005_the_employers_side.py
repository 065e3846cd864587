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
        batch_op.add_column(sa.Column('paused_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('opted_out_at', sa.DateTime(timezone=True), nullable=True))
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


def downgrade() -> None:
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_opening_contact_id'))
        batch_op.drop_constraint(batch_op.f('fk_opening_contact_id_user'), type_='foreignkey')
        batch_op.drop_column('contact_id')
    with op.batch_alter_table('colleague', schema=None) as batch_op:
        batch_op.drop_column('role')
    with op.batch_alter_table('workplace', schema=None) as batch_op:
        batch_op.drop_column('updated_at')
    with op.batch_alter_table('employer', schema=None) as batch_op:
        batch_op.drop_column('opted_out_at')
        batch_op.drop_column('paused_until')
        batch_op.drop_column('updated_at')
