"""How long teams take to the first things, told only where nobody can be picked out."""

from datetime import timedelta

from sqlmodel import Session

from placements.lead_times import LOOKED_BACK, LeadTime, LeadTimes, of_teams
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_youth
from tests.suggestions.makers import make_suggestion
from tests.youths.makers import make_activity
from youths.models import Youth


def activity_after(session: Session, youth: Youth, days: int) -> None:
    session.add(make_activity(youth, starts_on=youth.registered_on + timedelta(days=days)))
    session.flush()


def test_the_median_is_of_days_waited_and_of_five_or_more(session: Session) -> None:
    five, four = make_team(session, name="A"), make_team(session, name="B")
    registered = TODAY - timedelta(days=40)
    for team, waited in ((five, (0, 2, 3, 9, 30)), (four, (1, 1, 1, 1))):
        caseworker = make_caseworker(session, team)
        for days in waited:
            youth = make_youth(session, caseworker, registered_on=registered)
            activity_after(session, youth, days)
            activity_after(session, youth, days + 5)
        make_youth(session, caseworker, registered_on=registered)

    found = of_teams(session, [five.id, four.id], today=TODAY)

    assert found[five.id] == LeadTimes(None, None, activity=LeadTime(days=3, youths=5))
    assert found[four.id] == LeadTimes(None, None, None)


def test_who_came_long_ago_or_was_merged_away_does_not_count(session: Session) -> None:
    caseworker = make_caseworker(session)
    since = (TODAY - LOOKED_BACK, TODAY - LOOKED_BACK - timedelta(days=1))
    for registered_on in (since[0],) * 6 + (since[1],) * 3:
        youth = make_youth(session, caseworker, registered_on=registered_on)
        make_suggestion(session, youth)
    archived = make_youth(session, caseworker, registered_on=since[0], archived_at=NOW)
    make_suggestion(session, archived)
    merged = make_youth(session, caseworker, registered_on=since[0], merged_into_id=archived.id)
    make_suggestion(session, merged)

    [found] = of_teams(session, [archived.team_id], today=TODAY).values()

    assert found.suggestion == LeadTime(days=LOOKED_BACK.days, youths=7)
