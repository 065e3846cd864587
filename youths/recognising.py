"""Whether somebody who is about to be registered is here already.

Told by the same signs as rows of a table. Youths whom the person may see are named to her. Of
another team it is only said that its coordinators can be asked; of youths with protected identity,
and of those who have said no to being known, nothing is said to whoever may not see them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import Team, User
from accounts.queries import coordinators_of, team_ids_of
from youths import queries
from youths.duplicates import Person, alike, persons
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A team that may know her already, and who in it can be asked, by name."""

    team: Team
    coordinators: Sequence[str]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who a person may be: youths that the asker sees, and teams that she can ask.

    `hidden` are the youths behind those teams, for the audit log and for nothing else.
    """

    seen: tuple[Youth, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    hidden: tuple[Youth, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What has been told, in codes: the youths that were named, and the teams."""
        named = (*(each.id for each in self.seen), *(each.team.id for each in self.elsewhere))
        return frozenset(map(str, named))


def recognise(session: Session, alias: str, born: int | None, *, by: User) -> Recognised:
    """Who somebody of this name and year of birth may be, in four questions at most."""
    person = Person.called(alias, born)
    seen = _alike(session, person, queries.visible_to(by))
    others = select(Youth).where(
        col(Youth.team_id).not_in(team_ids_of(session, by)),
        col(Youth.merged_into_id).is_(None),
        queries.is_active(),
        col(Youth.protected_identity).is_(False),
        col(Youth.team_consent).is_not(False),
    )
    hidden = _alike(session, person, others)
    return Recognised(seen, _teams_of(session, hidden), hidden)


def _alike(session: Session, person: Person, rows: SelectOfScalar[Youth]) -> tuple[Youth, ...]:
    """Those among some youths who are likely this person, by name.

    Only those of the same year or the same name are read: nobody else can be alike.
    """
    may_be = or_(col(Youth.born) == person.born, func.lower(Youth.alias) == person.alias)
    among = session.exec(rows.where(may_be).order_by(func.lower(Youth.alias), col(Youth.id)))
    return tuple(alike(person, persons(among.all())))


def _teams_of(session: Session, youths: Sequence[Youth]) -> tuple[Elsewhere, ...]:
    """The teams of these youths, each once, with whom to ask."""
    ids = {each.team_id for each in youths}
    if not ids:
        return ()
    teams = session.exec(select(Team).where(col(Team.id).in_(ids)).order_by(Team.name)).all()
    people = coordinators_of(session, ids)
    return tuple(Elsewhere(team, people[team.id]) for team in teams)
