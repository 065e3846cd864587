"""Job tracks matched like openings: by how they fit, and by what they open, to the last opening."""

from typing import Any

from sqlmodel import Session

from accounts.models import Team, User
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import Why
from jobtracks.models import Gives, JobTrack, LanguageGiven, Part, Path, StepKind
from matching.explanation import Exclusion, Gap
from openings.models import LanguageNeed, Needs
from suggestions.tracks import MOST_TRACKS, Opens, tracks_for, youths_for
from suggestions.ways import ways_for
from tests.conftest import QueryCounter
from tests.factories import NOW, make_opening
from tests.jobtracks.makers import CARE, a_cohort, a_shortage, a_step, a_team, a_track, in_team
from tests.suggestions.makers import KITCHEN
from youths.models import LanguageSkill, Youth

SWEDISH = Needs(languages=(LanguageNeed(language="sv", level="B1"),))
LICENCE = Needs(driving_licences=("B",))
TRONDHEIM: dict[str, Any] = {"country": "NO", "municipality": "5001", "county": "50"}
GIVES_SWEDISH = Gives(languages=(LanguageGiven(language="sv", level="B1"),))


def kitchen_track(session: Session, team: Team, by: User, **facts: Any) -> JobTrack:
    shortage = a_shortage(session, occupation=KITCHEN, title=facts.get("title", "Kök"))
    written = {"title": "Jobba i kök", "occupations": (KITCHEN,), "shortage_id": shortage.id}
    return a_track(session, team, by, **(written | facts))


def a_beginner(session: Session, team: Team, **facts: Any) -> Youth:
    """Somebody who wants to work in a kitchen, and does not have what most of them ask for."""
    wants: dict[str, Any] = {
        "wishes": ["köksbiträde"],
        "occupations": [KITCHEN],
        "available_from": NOW.date(),
        "languages": [LanguageSkill(language="sv", level="A2")],
        "driving_licences": [],
        "skills": [],
        "countries": ["SE", "NO"],
    }
    return in_team(session, team, **(wants | facts))


def test_a_track_opens_exactly_what_asks_for_what_it_gives(session: Session) -> None:
    team, by = a_team(session)
    track = kitchen_track(session, team, by)
    a_step(session, track, by, kind=StepKind.LANGUAGE, title="Svenska", gives=GIVES_SWEDISH)
    for place in ({}, {}, TRONDHEIM):
        make_opening(session, must_have=SWEDISH, **place)
    make_opening(session)
    make_opening(session, must_have=LICENCE)
    make_opening(session, must_have=SWEDISH, municipality="0180", county="01")

    [found] = tracks_for(session, a_beginner(session, team), now=NOW)

    assert found.track == track
    assert found.opens == Opens(count=3, in_norway=1)
    assert "occupation" in {reason.code for reason in found.match.reasons}


def test_what_she_can_already_opens_nothing_and_a_narrower_search_less(session: Session) -> None:
    team, by = a_team(session)
    track = kitchen_track(session, team, by)
    a_step(session, track, by, kind=StepKind.LANGUAGE, title="Svenska", gives=GIVES_SWEDISH)
    for place in ({}, TRONDHEIM):
        make_opening(session, must_have=SWEDISH, **place)
    fluent = [LanguageSkill(language="sv", level="native")]

    def opened(**facts: Any) -> Opens:
        [found] = tracks_for(session, a_beginner(session, team, **facts), now=NOW)
        return found.opens

    assert opened(languages=fluent) == Opens()
    assert opened(countries=["SE"]) == Opens(count=1)


def test_the_path_after_the_choice_that_opens_most_counts(session: Session) -> None:
    team, by = a_team(session)
    track = kitchen_track(session, team, by)
    schooled = Gives(education_level="upper_secondary")
    after: dict[str, Any] = {"part": Part.AFTER, "path": Path.STUDIES, "weeks": 40}
    a_step(session, track, by, kind=StepKind.STUDIES, title="Skola", gives=schooled, **after)
    for _number in range(2):
        make_opening(session, education_level="upper_secondary")
    youth = a_beginner(session, team, education_level="compulsory")

    [found] = tracks_for(session, youth, now=NOW)

    assert found.opens == Opens(count=2)


def test_fit_goes_first_and_then_what_is_opened_and_three_are_told(session: Session) -> None:
    team, by = a_team(session)
    plain = kitchen_track(session, team, by, title="Kök A")
    opens = kitchen_track(session, team, by, title="Kök B")
    licence = Gives(driving_licences=("B",))
    a_step(session, opens, by, kind=StepKind.LICENCE, title="Körkort", gives=licence)
    care = a_track(session, team, by, shortage_id=a_shortage(session).id)
    a_step(session, care, by, kind=StepKind.LICENCE, title="Körkort", gives=licence)
    make_opening(session, must_have=LICENCE)
    for _number in range(3):
        make_opening(session, occupation=CARE, headline="Vård", must_have=LICENCE)
    youth = a_beginner(session, team)

    found = tracks_for(session, youth, now=NOW)

    assert [each.track for each in found] == [opens, plain, care]
    assert [each.opens.count for each in found] == [1, 0, 4]  # the kitchen asks for it too
    kitchen_track(session, team, by, title="Kök C")
    assert len(tracks_for(session, youth, now=NOW)) == MOST_TRACKS


def test_a_track_she_is_on_is_not_told_again_until_she_has_left(session: Session) -> None:
    team, by = a_team(session)
    track = kitchen_track(session, team, by)
    youth = a_beginner(session, team)
    make_opening(session)
    place = enrolments.ask(session, a_cohort(session, track, by), youth, by=by, now=NOW)
    assert tracks_for(session, youth, now=NOW) == []
    assert youths_for(session, track, by, now=NOW) == []
    enrolments.leave(session, place, Why.OTHER_AIM, by=by, now=NOW)
    assert [each.track for each in tracks_for(session, youth, now=NOW)] == [track]


def test_of_a_team_those_who_gain_most_stand_first_and_only_those_one_may_see(
    session: Session,
) -> None:
    team, by = a_team(session)
    track = kitchen_track(session, team, by)
    a_step(session, track, by, kind=StepKind.LANGUAGE, title="Svenska", gives=GIVES_SWEDISH)
    for _number in range(2):
        make_opening(session, must_have=SWEDISH)
    gains = a_beginner(session, team)
    has = a_beginner(session, team, languages=[LanguageSkill(language="sv", level="C1")])
    hidden = a_beginner(session, team, protected_identity=True, home_municipality=None)
    a_beginner(session, a_team(session)[0])

    found = youths_for(session, track, by, now=NOW)
    by_another = youths_for(session, track, gains.responsible, now=NOW)

    assert {each.youth.id for each in found} == {gains.id, has.id, hidden.id}
    assert [each.youth for each in by_another] == [gains, has]
    assert [each.opens.count for each in by_another] == [2, 0]


def test_many_tracks_and_youths_take_as_many_queries_as_few(
    session: Session, count_queries: QueryCounter
) -> None:
    team, by = a_team(session)
    make_opening(session, must_have=SWEDISH)
    youth, taken = a_beginner(session, team), []
    for rows in (1, 4):
        for number in range(rows):
            track = kitchen_track(session, team, by, title=f"Kök {rows} {number}")
            a_step(session, track, by, title="Svenska", gives=GIVES_SWEDISH)
            a_beginner(session, team)
        tracks_for(session, youth, now=NOW)
        with count_queries() as queries:
            tracks_for(session, youth, now=NOW)
            youths_for(session, track, by, now=NOW)
        taken.append(len(queries))
    assert taken[0] == taken[1]


def test_what_is_missing_leads_to_the_step_that_gives_it(session: Session) -> None:
    team, by = a_team(session)
    other, colleague = a_team(session)
    other.municipality = "0180"
    far = kitchen_track(session, other, colleague, title="Långt bort")
    near = kitchen_track(session, team, by)
    everything = Gives(
        skills=("laga mat",),
        certificates=("hygienbevis",),
        languages=(
            LanguageGiven(language="sv", level="B1"),
            LanguageGiven(language="no", level="A2"),
        ),
        driving_licences=("C",),
        education_level="upper_secondary",
    )
    for track in (far, near):
        a_step(session, track, by if track is near else colleague, gives=everything, title="Allt")

    ways = ways_for(session, a_beginner(session, team))

    def leads(missing: Gap | Exclusion) -> bool:
        way = ways.to(missing.code, missing.facts)
        return way is not None and (way.track, way.step.title) == (near, "Allt")

    assert leads(Gap("skill", {"skill": "Laga mat"}))
    assert leads(Gap("useful_skill", {"skill": "hygienbevis"}))
    assert leads(Exclusion("driving_licence", {"licence": "B"}))
    assert leads(Gap("useful_language", {"language": "sv", "level": None}))
    assert leads(Exclusion("language", {"language": "nn", "level": "A2"}))
    assert leads(Exclusion("education", {"level": "compulsory"}))
    assert not leads(Exclusion("language", {"language": "sv", "level": "C1"}))
    assert not leads(Exclusion("language", {"language": "no", "level": None}))
    assert not leads(Exclusion("driving_licence", {"licence": "CE"}))
    assert not leads(Exclusion("education", {"level": "post_secondary"}))
    assert not leads(Exclusion("authorisation", {"ssyk": "5321"}))
    assert not leads(Gap("useful_own_car", {}))
    assert {way.track.id for way in ways.steps} == {near.id}
