"""Openings from a table: read in any of our languages, faults at their columns, nothing doubled."""

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from employers.models import Employer
from foundation.sheets import SheetRow, as_excel, read_sheet
from foundation.translating import speaking
from openings import exporting
from openings.bulk import Outcome, Planned, plan, take_in
from openings.facts import OpeningFacts
from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningKind, OpeningState
from tests.factories import NOW, make_employer, make_opening, make_user

COMPLETE = {
    "Egen beteckning": "A-1",
    "Typ": "Praktik",
    "Rubrik": "Hjälp i köket",
    "Vad får man göra?": "Du hjälper kocken.",
    "Yrke": "Köksbiträde",
    "Kommun": "Söderhamn",
    "Antal platser": "2",
    "Första dag": "2099-01-11",
    "Körkort som krävs": "B, CE",
    "Språk som krävs": "svenska B1, en",
    "Egen bil krävs": "nej",
}


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER)


@pytest.fixture
def employer(session: Session, maj: User) -> Employer:
    return make_employer(session, maj)


def rows(*cells: dict[str, str]) -> list[SheetRow]:
    return [SheetRow(number, each) for number, each in enumerate(cells, 2)]


def outcomes(planned: list[Planned]) -> list[Outcome]:
    return [each.outcome for each in planned]


def test_a_row_says_what_the_form_says(session: Session, employer: Employer) -> None:
    [planned] = plan(session, employer, rows(COMPLETE), now=NOW)
    assert (planned.outcome, planned.faults, planned.missing) == (Outcome.NEW, (), ())
    facts = planned.facts
    assert (facts.kind, facts.municipality, facts.country) == ("work_placement", "2182", "SE")
    assert facts.occupation == "9412"
    assert facts.must_have == Needs(
        driving_licences=("B", "CE"),
        languages=(LanguageNeed(language="sv", level="B1"), LanguageNeed(language="en")),
    )
    assert session.exec(select(Opening)).all() == []


def test_norwegian_headings_and_names_of_columns_are_read_too(
    session: Session, employer: Employer
) -> None:
    norwegian = make_employer(session, country="NO", organization_number="923609016")
    row = {"headline": "Kokk", "Type": "Jobb", "Kommune": "Trondheim", "Yrke": "kokk", "Annet": "x"}
    [planned] = plan(session, norwegian, rows(row), now=NOW)
    assert (planned.facts.country, planned.facts.municipality) == ("NO", "5001")
    assert (planned.facts.kind, planned.facts.occupation) == ("job", "5120")


def test_every_fault_is_told_at_its_column(session: Session, employer: Employer) -> None:
    wrong = COMPLETE | {
        "Typ": "volontär",
        "Kommun": "Atlantis",
        "Antal platser": "några",
        "Första dag": "snart",
        "Körkort som krävs": "Z",
        "Språk som krävs": "klingonska",
        "Egen bil krävs": "kanske",
        "Lägsta ålder": "99",
        "Rubrik": "",
    }
    [planned] = plan(session, employer, rows(wrong), now=NOW)
    assert planned.outcome is Outcome.REFUSED
    assert {each.column for each in planned.faults} == wrong.keys() - {
        "Egen beteckning",
        "Vad får man göra?",
        "Yrke",
    }


def test_complete_rows_are_published_where_asked_and_others_become_drafts(
    session: Session, employer: Employer, maj: User
) -> None:
    half = {"Rubrik": "Något i butiken", "Egen beteckning": "A-2"}
    broken = {"Rubrik": "Trasig", "Antal platser": "0", "Egen beteckning": "A-3"}
    sent = rows(COMPLETE, half, broken)
    done = take_in(session, employer, sent, publishes=True, by=maj, now=NOW)
    assert outcomes(done) == [Outcome.NEW, Outcome.NEW, Outcome.REFUSED]
    states = {each.reference: each.state for each in session.exec(select(Opening))}
    assert states == {"A-1": OpeningState.PUBLISHED, "A-2": OpeningState.DRAFT}


def test_rows_that_come_again_are_never_doubled(
    session: Session, employer: Employer, maj: User
) -> None:
    unnamed = {name: cell for name, cell in COMPLETE.items() if name != "Egen beteckning"}
    sent = rows(COMPLETE, COMPLETE, unnamed)

    def again(*changed: SheetRow) -> list[Outcome]:
        given = changed or sent
        return outcomes(take_in(session, employer, given, publishes=True, by=maj, now=NOW))

    assert again() == [Outcome.NEW, Outcome.REFUSED, Outcome.NEW]
    assert again() == [Outcome.UNCHANGED] * 3
    assert again(*rows(COMPLETE | {"Rubrik": "Hjälp i vårt kök"})) == [Outcome.CHANGED]
    headlines = sorted(each.headline for each in session.exec(select(Opening)))
    assert headlines == ["Hjälp i köket", "Hjälp i vårt kök"]


def test_what_was_written_in_the_portal_since_is_kept(
    session: Session, employer: Employer, maj: User
) -> None:
    unnamed = {name: cell for name, cell in COMPLETE.items() if name != "Egen beteckning"}
    take_in(session, employer, rows(unnamed), publishes=False, by=maj, now=NOW)
    opening = session.exec(select(Opening)).one()
    opening.headline = "Bättre rubrik"
    session.flush()
    assert outcomes(plan(session, employer, rows(unnamed), now=NOW)) == [Outcome.UNCHANGED]


def test_another_employers_opening_and_a_closed_one_are_left_alone(
    session: Session, employer: Employer
) -> None:
    foreign = make_opening(session, reference="A-1")
    closed = make_opening(session, employer, state=OpeningState.CLOSED)
    for_closed = COMPLETE | {"Egen beteckning": str(closed.id)}
    for_foreign = COMPLETE | {"Egen beteckning": str(foreign.id)}
    planned = plan(session, employer, rows(COMPLETE, for_closed, for_foreign), now=NOW)
    assert outcomes(planned) == [Outcome.NEW, Outcome.REFUSED, Outcome.NEW]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_an_export_is_read_in_again_as_nothing_new(
    session: Session, employer: Employer, language: str
) -> None:
    facts: dict[str, Any] = {
        "kind": OpeningKind.APPRENTICESHIP,
        "must_have": Needs(skills=("truck", "svets"), own_car=True),
        "nice_to_have": Merits(experience=True, education_level="upper_secondary"),
        "occupation_title": "Köksbiträde",
        "description": "- Diska\n- Duka",
        "experience_required": False,
    }
    opening = make_opening(session, employer, **facts)
    with speaking(language):
        book = as_excel([("P", exporting.headings(), exporting.rows([opening]))])
        planned = plan(session, employer, read_sheet(book, most=9), now=NOW)
    assert outcomes(planned) == [Outcome.UNCHANGED]
    assert replace(planned[0].facts) == OpeningFacts.of(opening)


def test_the_json_of_an_opening_holds_no_count_of_youths(session: Session) -> None:
    [told] = exporting.as_json([make_opening(session, taken=1, number_of_vacancies=3)])
    assert told["number_of_vacancies"] == 3
    assert "taken" not in told
