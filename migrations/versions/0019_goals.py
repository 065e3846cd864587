"""goals, what only they ask, series from elsewhere, and reports"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('outside_series',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('unit', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outside_series')),
    sa.UniqueConstraint('name', name=op.f('uq_outside_series_name'))
    )
    op.create_table('programme',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('funder', sa.String(), nullable=False),
    sa.Column('budget', sa.Integer(), nullable=False),
    sa.Column('grant_amount', sa.Integer(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('budget >= 0 AND grant_amount >= 0', name=op.f('ck_programme_money_is_not_negative')),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_programme_ends_after_start')),
    sa.CheckConstraint('grant_amount <= budget', name=op.f('ck_programme_grant_within_budget')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_programme')),
    sa.UniqueConstraint('name', name=op.f('uq_programme_name'))
    )
    op.create_table('goal',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('measure', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('cohort', sa.String(length=40), nullable=True),
    sa.Column('team_id', sa.Uuid(), nullable=True),
    sa.Column('baseline', sa.Float(), nullable=True),
    sa.Column('baseline_source', sa.String(), nullable=False),
    sa.Column('target', sa.Float(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=False),
    sa.Column('beside_id', sa.Uuid(), nullable=True),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('cohort IS NULL OR team_id IS NULL', name=op.f('ck_goal_a_group_is_of_all_teams')),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_goal_ends_after_start')),
    sa.ForeignKeyConstraint(['beside_id'], ['outside_series.id'], name=op.f('fk_goal_beside_id_outside_series'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['owner_id'], ['user.id'], name=op.f('fk_goal_owner_id_user')),
    sa.ForeignKeyConstraint(['programme_id'], ['programme.id'], name=op.f('fk_goal_programme_id_programme'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_goal_team_id_team')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal'))
    )
    with op.batch_alter_table('goal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_goal_programme_id'), ['programme_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_goal_team_id'), ['team_id'], unique=False)

    op.create_table('goal_report',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('as_of', sa.Date(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['made_by_id'], ['user.id'], name=op.f('fk_goal_report_made_by_id_user')),
    sa.ForeignKeyConstraint(['programme_id'], ['programme.id'], name=op.f('fk_goal_report_programme_id_programme'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal_report')),
    sa.UniqueConstraint('programme_id', 'number', name=op.f('uq_goal_report_programme_id_number'))
    )
    op.create_table('outside_figure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('series_id', sa.Uuid(), nullable=False),
    sa.Column('period_on', sa.Date(), nullable=False),
    sa.Column('figure', sa.Float(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('fetched_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['series_id'], ['outside_series.id'], name=op.f('fk_outside_figure_series_id_outside_series'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outside_figure')),
    sa.UniqueConstraint('series_id', 'period_on', name=op.f('uq_outside_figure_series_id_period_on'))
    )
    op.create_table('goal_fact',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('youth_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('answer', sa.String(length=40), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['recorded_by_id'], ['user.id'], name=op.f('fk_goal_fact_recorded_by_id_user')),
    sa.ForeignKeyConstraint(['youth_id'], ['youth.id'], name=op.f('fk_goal_fact_youth_id_youth'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal_fact')),
    sa.UniqueConstraint('youth_id', 'kind', 'since', name=op.f('uq_goal_fact_youth_id_kind_since'))
    )
    with op.batch_alter_table('goal_fact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_goal_fact_kind'), ['kind'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('goal_fact', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_goal_fact_kind'))

    op.drop_table('goal_fact')
    op.drop_table('outside_figure')
    op.drop_table('goal_report')
    with op.batch_alter_table('goal', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_goal_team_id'))
        batch_op.drop_index(batch_op.f('ix_goal_programme_id'))

    op.drop_table('goal')
    op.drop_table('programme')
    op.drop_table('outside_series')
