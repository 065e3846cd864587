"""how search areas change, and what a move takes"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None

TOGETHER = 500


def upgrade() -> None:
    op.create_table('search_area',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('origin', sa.String(length=40), nullable=False),
    sa.Column('max_commute_km', sa.Integer(), nullable=True),
    sa.Column('counties', sa.JSON(), nullable=False),
    sa.Column('countries', sa.JSON(), nullable=False),
    sa.Column('is_limited', sa.Boolean(), nullable=False),
    sa.Column('from_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], name=op.f('fk_search_area_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_search_area_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_area'))
    )
    with op.batch_alter_table('search_area', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_search_area_youth_id'), ['youth_id'], unique=False)
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.add_column(sa.Column('housing', sa.String(), nullable=False, server_default=''))
    with op.batch_alter_table('activity', schema=None) as batch_op:
        batch_op.add_column(sa.Column('checklist_key', sa.String(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_activity_youth_id_checklist_key'), ['youth_id', 'checklist_key'])

    _begin_every_history()


def _begin_every_history() -> None:
    """Let every youth's present area be what later ones are measured against."""
    kept = ('id', 'max_commute_km', 'counties', 'countries', 'created_at')
    types = (sa.Uuid(), sa.Integer(), sa.JSON(), sa.JSON(), sa.DateTime(timezone=True))
    youth = sa.table('youth', *map(sa.column, kept, types))
    area = sa.table(
        'search_area',
        *map(sa.column, ('id', 'youth_id', 'origin', 'max_commute_km', 'counties', 'countries', 'is_limited', 'from_at'),
             (sa.Uuid(), sa.Uuid(), sa.String(), sa.Integer(), sa.JSON(), sa.JSON(), sa.Boolean(), sa.DateTime(timezone=True))),
    )
    connection = op.get_bind()
    begun = [
        {
            'id': uuid4(),
            'youth_id': each.id,
            'origin': 'known_before',
            'max_commute_km': each.max_commute_km,
            'counties': each.counties,
            'countries': each.countries,
            'is_limited': each.max_commute_km is not None or bool(each.counties),
            'from_at': each.created_at,
        }
        for each in connection.execute(sa.select(youth))
    ]
    for at in range(0, len(begun), TOGETHER):
        connection.execute(area.insert(), begun[at : at + TOGETHER])


def downgrade() -> None:
    with op.batch_alter_table('activity', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_activity_youth_id_checklist_key'), type_='unique')
        batch_op.drop_column('checklist_key')
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_column('housing')
    op.drop_table('search_area')
