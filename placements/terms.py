"""How long a team waits for an answer, and how much it asks of one employer in a week."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import Team, User
from accounts.queries import team_ids_of
from placements.models import TeamTerms

LIMITS: dict[str, tuple[int, int]] = {
    "consent_days": (1, 30),
    "answer_days": (2, 60),
    "remind_days": (1, 59),
    "most_a_week": (1, 50),
    "draft_days": (7, 120),
}
"""The least and the most that each of a team's terms may be."""


def terms_of(session: Session, team_id: UUID) -> TeamTerms:
    """The team's own terms, or the usual ones where it has set none."""
    return session.get(TeamTerms, team_id) or TeamTerms(team_id=team_id)


def most_a_week_of(session: Session, user: User) -> int:
    """How much the person's team asks of one employer; the least, where she has several teams."""
    ids = team_ids_of(session, user)
    rows = select(TeamTerms).where(col(TeamTerms.team_id).in_(ids))
    settled = {terms.team_id: terms.most_a_week for terms in session.exec(rows)}
    usual: int = TeamTerms.model_fields["most_a_week"].default
    return min((settled.get(team_id, usual) for team_id in ids), default=usual)


def settle(
    session: Session, team: Team, values: dict[str, int], *, by: User, now: datetime
) -> TeamTerms:
    """Write down the team's terms; they hold for what begins from now on."""
    terms = session.get(TeamTerms, team.id, with_for_update=True) or TeamTerms(team_id=team.id)
    for name, (least, most) in LIMITS.items():
        setattr(terms, name, min(max(values[name], least), most))
    session.add(terms)
    session.flush()
    audit.record(session, by=by, action="team.terms_settled", subject=team, now=now, **values)
    return terms


def answer_days(terms: TeamTerms, today: date) -> tuple[date, date | None]:
    """The last day for an employer's answer and the day of the reminder, if it comes before."""
    due = today + timedelta(days=terms.answer_days)
    remind = today + timedelta(days=terms.remind_days)
    return due, remind if remind < due else None
