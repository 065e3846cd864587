"""What the ranker is told: everything it may know, unknown kept apart from none."""

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session

from matching.facts import Experience, LanguageLevel, Requirements, SearchArea, Seeker, Vacancy
from openings.models import LanguageNeed, Merits, Needs, OpeningState
from suggestions.facts import seeker_of, vacancy_of
from tests.factories import make_opening, make_youth
from youths import models as youths

NOT_FROM_THE_ROW = {"id", "search_area"}


def test_an_opening_is_told_whole(session: Session) -> None:
    opening = make_opening(
        session,
        description="Du lagar lunch.",
        occupation="5120",
        occupation_title="Kock",
        must_have=Needs(
            skills=("egenkontroll",),
            driving_licences=("B",),
            languages=(LanguageNeed(language="sv", level="B1"),),
            own_car=True,
        ),
        nice_to_have=Merits(
            skills=("servering",),
            driving_licences=("CE",),
            languages=(LanguageNeed(language="en"),),
        ),
        experience_required=True,
        experience_months=6,
        education_level="upper_secondary",
        minimum_age=18,
        number_of_vacancies=3,
        starts_on=date(2027, 1, 7),
        application_deadline=date(2026, 12, 1),
        published_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC),
    )
    assert vacancy_of(opening) == Vacancy(
        id=str(opening.id),
        headline="Köksbiträde",
        text="Du lagar lunch.",
        kind="job",
        country="SE",
        municipality="2182",
        county="21",
        occupation="5120",
        occupation_title="Kock",
        must_have=Requirements(("egenkontroll",), ("B",), (LanguageLevel("sv", "B1"),)),
        nice_to_have=Requirements(("servering",), ("CE",), (LanguageLevel("en"),)),
        experience_required=True,
        experience_months=6,
        education_level="upper_secondary",
        minimum_age=18,
        own_car=True,
        starts_on=date(2027, 1, 7),
        application_deadline=date(2026, 12, 1),
        published_on=date(2026, 11, 23),
        vacancies_left=3,
        is_open=True,
    )


def test_only_a_published_opening_is_open(session: Session) -> None:
    for state in OpeningState:
        opening = make_opening(session, state=state)
        assert vacancy_of(opening).is_open is (state is OpeningState.PUBLISHED)


def test_a_youth_is_told_whole(session: Session) -> None:
    youth = make_youth(
        session,
        wishes=["lager"],
        occupations=["4322"],
        skills=["truckkort"],
        about="Gillar fullt upp.",
        education_level="compulsory",
        experience=[youths.Experience(title="Undersköterska", months=8)],
        languages=[youths.LanguageSkill(language="sv", level="B1")],
        driving_licences=["B"],
        own_car=False,
        authorised_occupations=[],
        counties=["21"],
        countries=["SE", "NO"],
        available_from=date(2027, 1, 7),
    )
    told = seeker_of(youth)
    assert told.experience is not None
    assert told == Seeker(
        id=str(youth.id),
        wishes=("lager",),
        occupations=("4322",),
        skills=("truckkort",),
        about="Gillar fullt upp.",
        education_level="compulsory",
        experience=(Experience("Undersköterska", 8, told.experience[0].occupation),),
        languages=(LanguageLevel("sv", "B1"),),
        driving_licences=("B",),
        own_car=False,
        authorised_occupations=(),
        home_municipality="2182",
        search_area=SearchArea(50, ("21",), ("SE", "NO")),
        born=2005,
        available_from=date(2027, 1, 7),
    )


def test_what_nobody_has_asked_stays_unknown_and_none_stays_none(session: Session) -> None:
    lists = ("skills", "experience", "languages", "driving_licences", "authorised_occupations")
    unasked = seeker_of(make_youth(session))
    assert unasked.own_car is None
    none: dict[str, Any] = {name: [] for name in lists}
    asked = seeker_of(make_youth(session, **none))
    assert [getattr(unasked, name) for name in lists] == [None] * 5
    assert [getattr(asked, name) for name in lists] == [()] * 5


def test_an_earlier_title_is_linked_only_where_it_names_one_group(session: Session) -> None:
    titles = ["Kock", "Bagare", "lite av varje", ""]
    worked = [youths.Experience(title=title) for title in titles]
    told = seeker_of(make_youth(session, experience=worked)).experience
    assert told is not None
    assert [each.occupation for each in told] == ["5120", "7612", None, None]


def test_team_caseworker_and_protection_do_not_reach_the_ranker(session: Session) -> None:
    home = {"home_municipality": None, "max_commute_km": None}
    told: dict[str, Any] = {"protected_identity": True, "target_groups": ["newly_arrived"]}
    plain, protected = make_youth(session, **home), make_youth(session, **home, **told)
    for field in fields(Seeker):
        if field.name not in NOT_FROM_THE_ROW:
            assert getattr(seeker_of(plain), field.name) == getattr(
                seeker_of(protected), field.name
            )
