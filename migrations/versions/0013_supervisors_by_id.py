"""supervisors by id, where a name is that of exactly one colleague"""

import json
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

TABLES = ('opening', 'agreement_version')


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('supervisor_id', sa.Uuid(), nullable=True))
            batch_op.create_index(
                batch_op.f(f'ix_{table}_supervisor_id'), ['supervisor_id'], unique=False
            )
            batch_op.create_foreign_key(
                batch_op.f(f'fk_{table}_supervisor_id_user'), 'user', ['supervisor_id'], ['id']
            )
    connection = op.get_bind()
    colleagues = _colleagues(connection)
    openings = connection.execute(
        sa.text("SELECT id, employer_id, supervisor FROM opening WHERE supervisor <> ''")
    )
    _fill(connection, 'opening', openings.all(), colleagues)
    versions = connection.execute(
        sa.text(
            'SELECT agreement_version.id, opening.employer_id, agreement_version.terms'
            ' FROM agreement_version JOIN agreement ON agreement.id = agreement_version.agreement_id'
            ' JOIN introduction ON introduction.id = agreement.introduction_id'
            ' JOIN opening ON opening.id = introduction.opening_id'
        )
    )
    named = [(id_, employer, _supervisor(terms)) for id_, employer, terms in versions.all()]
    _fill(connection, 'agreement_version', named, colleagues)


def downgrade() -> None:
    for table in reversed(TABLES):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(
                batch_op.f(f'fk_{table}_supervisor_id_user'), type_='foreignkey'
            )
            batch_op.drop_index(batch_op.f(f'ix_{table}_supervisor_id'))
            batch_op.drop_column('supervisor_id')


def _colleagues(connection):
    """The ids of an employer's active colleagues, by the employer and the name."""
    found = defaultdict(list)
    rows = connection.execute(
        sa.text(
            'SELECT colleague.employer_id, person.name, person.id FROM colleague'
            ' JOIN "user" AS person ON person.id = colleague.user_id'
            " WHERE colleague.state = 'active'"
        )
    )
    for employer, name, id_ in rows:
        found[employer, _bare(name)].append(id_)
    return found


def _fill(connection, table, rows, colleagues):
    for id_, employer, name in rows:
        people = colleagues.get((employer, _bare(name)), [])
        if len(people) == 1:
            connection.execute(
                sa.text(f'UPDATE {table} SET supervisor_id = :person WHERE id = :id'),
                {'person': people[0], 'id': id_},
            )


def _supervisor(terms):
    return (json.loads(terms) if isinstance(terms, str) else terms).get('supervisor', '')


def _bare(name):
    return ' '.join(name.casefold().split())
