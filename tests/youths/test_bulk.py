"""Youths from a table: faults at their rows and columns, nothing doubled, nothing known lost."""

import pytest
from sqlmodel import Session, func, select

from accounts.models import AuditEntry, Team, User
from foundation.sheets import SheetRow, as_csv, as_excel, read_sheet
from foundation.translating import speaking
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_youth
from youths.bulk import Outcome, Planned, plan, take_in
from youths.models import Experience, LanguageSkill, Youth
from youths.service import NotOfTheTeam
from youths.sheet import COLUMNS, read_row

FULL = {
    "Egen beteckning": "17",
    "Alias": "Wilma",
    "Födelseår": "2005",
    "Inskriven sedan": "2026-10-01",
    "Önskemål": "jobba med äldre, kök",
    "Yrken som lockar": "undersköterska, 9412",
    "Det här kan du": "nej",
    "Har gjort": "vårdbiträde 6, butik",
    "Språk": "svenska B1, ar",
    "Körkort": "B",
    "Bil till jobbet": "ja",
    "Hemkommun": "Söderhamn",
    "Pendlar högst, km": "40",
    "Kan flytta till": "Gävleborgs län, 04",
    "Norge": "ja",
}


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session, make_team(session))


@pytest.fixture
def team(session: Session, sara: User) -> Team:
    return session.exec(select(Team)).one()


def rows_of(*cells: dict[str, str]) -> list[SheetRow]:
    return [SheetRow(number, each) for number, each in enumerate(cells, 2)]


def taken(session: Session, team: Team, sara: User, *cells: dict[str, str]) -> list[Planned]:
    return take_in(session, team, rows_of(*cells), responsible=sara, by=sara, now=NOW)


def test_a_whole_row_becomes_a_youth(session: Session, team: Team, sara: User) -> None:
    assert [each.outcome for each in taken(session, team, sara, FULL)] == [Outcome.NEW]
    youth = session.exec(select(Youth)).one()
    assert (youth.alias, youth.exchange_id, youth.born) == ("Wilma", "17", 2005)
    assert youth.occupations == ["5330", "9412"] or youth.occupations[1] == "9412"
    assert (youth.skills, youth.education_level) == ([], None)
    assert youth.experience == [
        Experience(title="vårdbiträde", months=6),
        Experience(title="butik"),
    ]
    assert youth.languages == [
        LanguageSkill(language="sv", level="B1"),
        LanguageSkill(language="ar"),
    ]
    assert (youth.home_municipality, youth.counties) == ("2182", ["21", "04"])
    assert (youth.countries, youth.own_car) == (["SE", "NO"], True)
    assert youth.responsible_id == sara.id
    again = plan(session, team, rows_of(FULL, FULL | {"Bil till jobbet": "nej"}))
    assert [each.outcome for each in again] == [Outcome.UNCHANGED, Outcome.REFUSED]
    assert plan(session, team, rows_of(FULL | {"Födelseår": "2004"}))[0].outcome is Outcome.CHANGED


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"Alias": ""}, "Egen beteckning"),
        ({"Alias": "Bo", "Födelseår": "i fjol"}, "Födelseår"),
        ({"Alias": "Bo", "Födelseår": "1850"}, "Födelseår"),
        ({"Alias": "19990101-1234"}, "Alias"),
        ({"Alias": "Bo", "Hemkommun": "Atlantis"}, "Hemkommun"),
        ({"Alias": "Bo", "Språk": "klingonska"}, "Språk"),
        ({"Alias": "Bo", "Yrken som lockar": "trollkarl hos kungen"}, "Yrken som lockar"),
        ({"Alias": "Bo", "Inskriven sedan": "snart"}, "Inskriven sedan"),
        ({"Alias": "Bo", "Har gjort": "kock 9000"}, "Har gjort"),
    ],
)
def test_a_fault_is_told_at_its_column(cells: dict[str, str], column: str) -> None:
    line, faults = read_row(cells)
    assert line is None
    assert column in {fault.column for fault in faults}
    assert "Alias" not in {f.column for f in faults} or column == "Alias"


def test_a_row_that_is_alike_somebody_waits_for_a_word(
    session: Session, team: Team, sara: User
) -> None:
    known = make_youth(session, sara, alias="Vilma", born=2005)
    rows = rows_of(
        {"Alias": "Wilma", "Födelseår": "2005"},
        {"Alias": "Nora", "Födelseår": "2004"},
        {"Alias": "Norah", "Födelseår": "2004"},
    )
    first, second, third = plan(session, team, rows)
    assert (first.outcome, first.alike) == (Outcome.ALIKE, (known,))
    assert second.outcome is Outcome.NEW
    assert (third.outcome, third.row_alike) == (Outcome.ALIKE, 3)

    done = take_in(session, team, rows, responsible=sara, others={2}, by=sara, now=NOW)

    assert [each.outcome for each in done] == [Outcome.NEW, Outcome.NEW, Outcome.ALIKE]
    assert session.exec(select(func.count()).select_from(Youth)).one() == 3
    line = session.exec(select(AuditEntry).where(AuditEntry.action == "youths.taken_in")).one()
    assert line.facts == {"new": 2, "changed": 0, "unchanged": 0, "alike": 1, "refused": 0}


def test_what_the_rules_refuse_stops_only_its_row(session: Session, team: Team, sara: User) -> None:
    hidden = {"Alias": "Lo", "Har skyddade personuppgifter": "ja", "Hemkommun": "Söderhamn"}
    done = taken(session, team, sara, hidden, {"Alias": "Bo"})
    assert [each.outcome for each in done] == [Outcome.REFUSED, Outcome.NEW]
    assert "hemkommun" in done[0].faults[0].message
    assert session.exec(select(Youth.alias)).all() == ["Bo"]


def test_who_is_no_caseworker_of_the_team_gets_nobody(
    session: Session, team: Team, sara: User
) -> None:
    stranger = make_caseworker(session)
    with pytest.raises(NotOfTheTeam):
        take_in(session, team, rows_of({"Alias": "Bo"}), responsible=stranger, by=sara, now=NOW)


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_template_of_any_language_is_read_back_from_csv_and_excel(language: str) -> None:
    with speaking(language):
        headings = [str(column.label) for column in COLUMNS]
    filled = ["Bo" if column.name == "alias" else "" for column in COLUMNS]
    for content in (as_csv(headings, [filled]), as_excel([("x", headings, [filled])])):
        (row,) = read_sheet(content, most=9)
        line, faults = read_row(row.cells)
        assert faults == []
        assert line is not None
        assert line.facts(today=TODAY).alias == "Bo"


def test_a_plan_reads_the_team_once(
    session: Session, team: Team, count_queries: QueryCounter
) -> None:
    rows = rows_of(*({"Alias": f"Ny {number}"} for number in range(30)))
    with count_queries() as queries:
        plan(session, team, rows)
    assert len(queries) == 1
