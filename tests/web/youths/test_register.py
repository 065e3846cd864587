"""Registering a youth: the form, what it keeps, and what comes of it."""

from re import findall
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, Team, User
from suggestions.models import Suggestion
from tests.client import Client, words
from tests.factories import NOW, make_caseworker, make_opening, make_team, make_user, make_youth
from youths.models import Experience, LanguageSkill, Youth


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session, name="Sara Lind")
    client.sign_in(user)
    return user


def fields(session: Session, user: User, **written: Any) -> dict[str, Any]:
    """The form with only what is required, and what a test writes besides."""
    team = session.exec(select(Team)).first()
    assert team is not None
    required = {
        "alias": "Räv 7",
        "registered_on": "2026-11-23",
        "team": str(team.id),
        "responsible": str(user.id),
    }
    return required | written


def the_youth(session: Session) -> Youth:
    return session.exec(select(Youth)).one()


def test_an_alias_is_enough_to_begin_with(client: Client, session: Session, sara: User) -> None:
    location = client.post("/youths/new", fields(session, sara))

    youth = the_youth(session)
    assert location == f"/youths/{youth.id}/suggestions"
    assert youth.responsible_id == sara.id
    assert youth.home_municipality is None


def test_what_was_not_asked_is_kept_as_not_known(
    client: Client, session: Session, sara: User
) -> None:
    client.post("/youths/new", fields(session, sara))

    youth = the_youth(session)
    assert youth.skills is None
    assert youth.experience is None
    assert youth.languages is None
    assert youth.driving_licences is None
    assert youth.authorised_occupations is None
    assert youth.education_level is None


def test_no_is_kept_as_no(client: Client, session: Session, sara: User) -> None:
    answers = ("skills_known", "experience_known", "languages_known", "licences_known")
    no = dict.fromkeys((*answers, "authorised_known"), "none")

    client.post("/youths/new", fields(session, sara, education_level="none", **no))

    youth = the_youth(session)
    lists = (youth.skills, youth.experience, youth.languages, youth.driving_licences)
    assert [*lists, youth.authorised_occupations] == [[], [], [], [], []]
    assert youth.education_level == "none"


def test_everything_that_is_written_is_kept(client: Client, session: Session, sara: User) -> None:
    written = {
        "born": "2006",
        "target_groups": ["newly_arrived"],
        "wishes": "laga mat\njobba med barn",
        "occupations-0-title": "Köksbiträde",
        "occupations-0-code": "9412",
        "skills_known": "some",
        "skills": "kassa, truckkort",
        "experience_known": "some",
        "experience-0-title": "diskare",
        "experience-0-months": "8",
        "experience-1-title": "barnvakt",
        "languages_known": "some",
        "languages-0-language": "sv",
        "languages-0-level": "B1",
        "languages-1-language": "so",
        "licences_known": "some",
        "driving_licences": ["AM", "B"],
        "education_level": "upper_secondary",
        "home_municipality": "2182",
        "max_commute_km": "40",
        "counties": ["21", "03"],
        "norway": "y",
        "available_from": "2026-12-01",
        "about": "Gillar tidiga morgnar.",
    }

    client.post("/youths/new", fields(session, sara, **written))

    youth = the_youth(session)
    assert youth.wishes == ["laga mat", "jobba med barn"]
    assert youth.occupations == ["9412"]
    assert youth.skills == ["kassa", "truckkort"]
    assert youth.experience == [
        Experience(title="diskare", months=8),
        Experience(title="barnvakt", months=None),
    ]
    assert youth.languages == [
        LanguageSkill(language="sv", level="B1"),
        LanguageSkill(language="so", level=None),
    ]
    assert youth.driving_licences == ["AM", "B"]
    assert youth.counties == ["21", "03"]
    assert youth.countries == ["SE", "NO"]
    assert (youth.home_municipality, youth.max_commute_km) == ("2182", 40)


def test_the_first_suggestions_are_there_at_once(
    client: Client, session: Session, sara: User
) -> None:
    make_opening(session, headline="Köksbiträde till lunchen")
    form = fields(session, sara, wishes="köksbiträde", home_municipality="2182")

    page = words(client.follow("/youths/new", form))

    assert "Räv 7 är inskriven." in page
    assert "Köksbiträde till lunchen" in page
    assert session.exec(select(Suggestion)).one().label == "strong"


def test_without_scripts_a_clear_occupation_is_understood(
    client: Client, session: Session, sara: User
) -> None:
    form = fields(session, sara, **{"occupations-0-title": "undersköterska"})

    client.post("/youths/new", form)

    [code] = the_youth(session).occupations
    assert code.startswith("532")


def test_without_scripts_an_unclear_occupation_is_asked_about(
    client: Client, session: Session, sara: User
) -> None:
    form = fields(session, sara, about="Gillar bilar", **{"occupations-0-title": "bilmek"})

    page = client.post("/youths/new", form, expect=200)

    assert "Vilket yrke menar du?" in words(page)
    assert 'name="occupations-0-code"' in page
    assert 'value="7231"' in page
    assert "Gillar bilar" in page
    assert session.exec(select(Youth)).first() is None

    client.post("/youths/new", form | {"occupations-0-code": "7231"})
    assert the_youth(session).occupations == ["7231"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"alias": "  "}, "Skriv ett alias"),
        ({"registered_on": "i går"}, "Skriv dagen som år-månad-dag"),
        ({"born": "1066"}, "Skriv ett tal från"),
        ({"max_commute_km": "99999999999"}, "Skriv ett tal från 0 till 2500."),
        ({"experience-0-months": "-3"}, "Skriv ett tal från 0 till 600."),
        ({"born": "nittio"}, "Skriv ett heltal med siffror."),
        ({"skills_known": "none", "skills": "kassa"}, "Svaret är nej, men något står under."),
        ({"skills_known": "some"}, "Fyll i under frågan"),
        ({"home_municipality": "9999"}, "Välj ett av alternativen i listan."),
        ({"protected_identity": "y", "home_municipality": "2182"}, "Ta bort hemkommun"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    client: Client, session: Session, sara: User, wrong: dict[str, str], told: str
) -> None:
    form = fields(session, sara, wishes="laga mat", **{"experience-0-title": "diskare"}) | wrong

    page = client.post("/youths/new", form, expect=200)

    assert told in words(page)
    assert "Något behöver rättas" in words(page)
    assert "laga mat" in page
    assert 'value="diskare"' in page
    assert session.exec(select(Youth)).first() is None


def test_what_is_written_counts_even_if_the_question_was_passed_over(
    client: Client, session: Session, sara: User
) -> None:
    client.post("/youths/new", fields(session, sara, skills="kassa"))

    assert the_youth(session).skills == ["kassa"]


def test_a_caseworker_of_another_team_cannot_be_responsible(
    client: Client, session: Session, sara: User
) -> None:
    form = fields(session, sara)
    stranger = make_caseworker(session)

    page = client.post("/youths/new", form | {"responsible": str(stranger.id)}, expect=200)

    assert "Välj ett av alternativen i listan." in words(page)


def test_who_works_in_two_teams_is_told_when_team_and_person_do_not_go_together(
    client: Client, session: Session, sara: User
) -> None:
    form = fields(session, sara)
    ali = make_user(session)
    make_team(session, sara, ali)

    page = client.post("/youths/new", form | {"responsible": str(ali.id)}, expect=200)

    assert "Välj en handläggare som arbetar i teamet." in words(page)


def test_the_form_keeps_no_draft_of_a_person_in_the_browser(client: Client, sara: User) -> None:
    assert "data-draft-key" not in client.get("/youths/new")


def test_the_registration_is_logged_without_what_was_written(
    client: Client, session: Session, sara: User
) -> None:
    client.post("/youths/new", fields(session, sara, about="Bor hos mormor"))

    lines = session.exec(select(AuditEntry)).all()
    assert "youth.registered" in [line.action for line in lines]
    assert "mormor" not in str([line.facts for line in lines])


def test_who_may_be_here_already_is_asked_about_and_nothing_written_is_lost(
    client: Client, session: Session, sara: User
) -> None:
    form = fields(session, sara, alias="Wilma", born="2005", about="Gillar bilar")
    mine = make_youth(session, sara, alias="Vilma", born=2005)
    ove = make_user(session, RoleName.COORDINATOR, name="Ove Berg")
    away = make_caseworker(session, make_team(session, ove, name="Grannen"))
    theirs = make_youth(session, away, alias="Wilma", born=2005, about="Bor hos mormor")

    page = client.post("/youths/new", form, expect=200)

    assert f'href="/youths/{mine.id}"' in page
    assert "Någon i Grannen kan vara samma. Fråga Ove Berg där." in words(page)
    assert str(theirs.id) not in page
    assert "mormor" not in page
    assert "Gillar bilar" in page
    told = select(AuditEntry.action, AuditEntry.subject_id)
    lines = set(session.exec(told).all())
    assert {("youth.found", mine.id), ("youth.hinted", theirs.id)} <= lines

    [answer] = findall(r'name="is_other"\s+value="([^"]+)"', page)
    other_name = client.post("/youths/new", form | {"alias": "Nora", "is_other": answer})
    assert other_name.endswith("/suggestions")
    assert client.post("/youths/new", form | {"is_other": answer}).endswith("/suggestions")
    assert "Wilma" in client.post("/youths/new", form | {"is_other": answer}, expect=200)


def test_of_whom_one_may_not_see_and_who_must_not_be_known_nothing_is_said(
    client: Client, session: Session, sara: User
) -> None:
    form = fields(session, sara, alias="Wilma", born="2005")
    team = session.exec(select(Team)).one()
    colleague = make_caseworker(session, team)
    away = make_caseworker(session)
    for by, facts in (
        (colleague, {"protected_identity": True}),
        (away, {"protected_identity": True}),
        (away, {"team_consent": False}),
        (away, {"archived_at": NOW}),
    ):
        hidden = {"alias": "Wilma", "born": 2005, "home_municipality": None}
        make_youth(session, by, **(hidden | facts))

    assert client.post("/youths/new", form).endswith("/suggestions")
