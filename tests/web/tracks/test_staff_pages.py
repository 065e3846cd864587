"""A team's tracks on their pages: written, checked, published, and read by others."""

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, Team, User
from accounts.queries import teams_of
from jobtracks.models import JobTrack, LetterOfIntent, StepKind, TrackState, TrackStep
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import TODAY, make_caseworker, make_employer, make_user
from tests.jobtracks.makers import (
    a_cohort,
    a_draft,
    a_shortage,
    a_step,
    a_team,
    a_track,
    in_team,
    interested,
    on_track,
)

LAST = TODAY.replace(year=TODAY.year + 1).isoformat()


@pytest.fixture
def ove(client: Client, session: Session) -> User:
    """A signed-in coordinator of a team."""
    _team, user = a_team(session)
    client.sign_in(user)
    return user


def team_of(session: Session, user: User) -> Team:
    return teams_of(session, user)[0]


def test_a_track_goes_from_nothing_to_published_by_forms_alone(
    client: Client, session: Session, ove: User
) -> None:
    shortage, employer = a_shortage(session), make_employer(session, name="Vården AB")
    written = {
        "team": str(team_of(session, ove).id),
        "title": "Jobba i vården",
        "summary": "Du lär dig jobba med äldre.",
        "occupations-0-title": "Undersköterska",
        "occupations-0-code": "5321",
        "profile-0-skill": "Omvårdnad",
        "profile-0-mastery": "good",
        "contact": str(ove.id),
        "shortage": "",
    }
    page = client.follow("/tracks/new", written)
    track = session.exec(select(JobTrack)).one()
    base = f"/tracks/{track.id}"
    assert "Välj källan som säger att det är brist i yrket." in words(page)
    assert "Publicera spåret" not in page

    version = track.updated_at.isoformat()
    client.post(f"{base}/edit", {**written, "shortage": str(shortage.id), "version": version})
    client.post(
        f"{base}/steps/new",
        {"part": "before", "kind": "course", "title": "Kurs", "weeks": "10", "turn": "1"}
        | {"skills": "omvårdnad", "languages-0-language": "sv", "languages-0-level": "B1"},
    )
    client.post(
        f"{base}/steps/new",
        {"part": "after", "path": "workplace", "kind": "employment", "title": "Jobb"}
        | {"weeks": "26", "turn": "1"},
    )
    chosen = {"employer": str(employer.id)}
    days = {"starts_on": TODAY.isoformat(), "ends_on": LAST, "places": "3"}
    client.post(f"{base}/letters/new", chosen | days)
    agreed = {"agreed_on": LAST}
    page = client.follow(f"{base}/agreements/new", chosen | agreed)
    assert "Det här saknas" not in words(page)
    page = words(client.follow(f"{base}/publish"))
    assert "Alla kan läsa om det." in page
    assert "Kurs, 10 veckor." in page
    assert "Det här får du: omvårdnad, Svenska B1." in page
    assert "Vården AB 3" in page


def test_what_is_missing_is_said_and_a_track_that_lacks_it_is_not_published(
    client: Client, session: Session, ove: User
) -> None:
    track = a_draft(session, team_of(session, ove), ove)
    page = words(client.follow(f"/tracks/{track.id}/publish"))
    for told in (
        "Minst en arbetsgivare behöver ha godkänt kompetensprofilen.",
        "Minst en arbetsgivare behöver ha lovat platser framåt i tiden.",
        "Lägg till en väg till anställning efter vägvalet.",
    ):
        assert told in page
    assert track.state is TrackState.DRAFT


def test_the_list_counts_against_three_and_the_last_letter_stays(
    client: Client, session: Session, ove: User
) -> None:
    team = team_of(session, ove)
    track = a_track(session, team, ove)
    a_draft(session, team, ove, shortage_id=track.shortage_id, title="Halvklart")
    page = words(client.get("/tracks"))
    assert "1 av 3 Publicerade spår" in page
    assert page.index("Jobba i vården") < page.index("Halvklart")
    letter = session.exec(select(LetterOfIntent)).one()
    refused = client.post(f"/tracks/letters/{letter.id}/remove", expect=409)
    assert "Jobbspåret saknar något" in words(refused)
    assert session.exec(select(LetterOfIntent)).all()


def test_an_old_source_is_told_of_and_so_is_a_newer_round(
    client: Client, session: Session, ove: User
) -> None:
    old = a_shortage(session, round="2024-1", published_on=TODAY.replace(year=2024))
    track = a_draft(session, team_of(session, ove), ove, shortage_id=old.id)
    page = words(client.get(f"/tracks/{track.id}"))
    assert "Källan om brist är mer än ett år gammal." in page
    assert "Det finns en nyare uppgift" not in page
    a_shortage(session, round="2026-2", published_on=TODAY)
    assert "Det finns en nyare uppgift: Undersköterskor: brist på folk." in words(
        client.get(f"/tracks/{track.id}")
    )


def test_others_read_what_is_published_and_see_nobody_and_no_exact_small_number(
    client: Client, session: Session, ove: User
) -> None:
    track = a_track(session, team_of(session, ove), ove)
    cohort = a_cohort(session, track, ove)
    place = on_track(session, cohort, ove)
    draft = a_draft(session, track.team, ove, shortage_id=track.shortage_id)
    for person in (make_caseworker(session), make_user(session, RoleName.STEERING)):
        client.sign_in(person)
        page = client.get(f"/tracks/{track.id}")
        assert "Jobba i vården" in page
        assert place.youth.alias not in page
        assert "färre än 5" in words(page)
        assert "Ändra" not in words(page)
        assert "Jobba i vården" in client.get("/tracks")
        client.get(f"/tracks/{draft.id}", expect=404)
    client.sign_in(make_caseworker(session))
    step = session.exec(select(TrackStep)).first()
    assert step is not None
    for address in (
        f"/tracks/cohorts/{cohort.id}",
        f"/tracks/enrolments/{place.id}",
        f"/tracks/{track.id}/edit",
        f"/tracks/{track.id}/enrol",
        f"/tracks/steps/{step.id}",
        f"/tracks/cohorts/{cohort.id}/edit",
    ):
        client.get(address, expect=404)
    client.post(f"/tracks/{track.id}/pause", expect=404)
    client.sign_in(make_user(session, RoleName.EMPLOYER))
    client.get("/tracks", expect=403)


def test_a_youth_with_protected_identity_is_counted_and_not_named(
    client: Client, session: Session, ove: User
) -> None:
    track = a_track(session, team_of(session, ove), ove)
    cohort = a_cohort(session, track, ove)
    facts = {"protected_identity": True, "home_municipality": None, "alias": "Hemlig"}
    place = interested(session, cohort, ove, **facts)
    assert "Hemlig" in client.get(f"/tracks/cohorts/{cohort.id}")
    client.sign_in(make_caseworker(session, track.team))
    page = words(client.get(f"/tracks/cohorts/{cohort.id}"))
    assert "Hemlig" not in page
    assert "Det finns 1 till som bara ansvarig handläggare och samordnare ser." in page
    client.get(f"/tracks/enrolments/{place.id}", expect=404)


def test_a_second_writer_keeps_what_was_written(
    client: Client, session: Session, ove: User
) -> None:
    track = a_draft(session, team_of(session, ove), ove)
    stale = track.updated_at.replace(year=2020).isoformat()
    written = {"title": "Mitt namn", "contact": str(ove.id), "shortage": "", "version": stale}
    page = client.post(f"/tracks/{track.id}/edit", written, expect=409)
    assert "Någon annan har ändrat jobbspåret medan du skrev." in words(page)
    assert "Mitt namn" in page


def test_what_is_read_is_not_emptied_and_nothing_that_was_written_is_lost(
    client: Client, session: Session, ove: User
) -> None:
    track = a_track(session, team_of(session, ove), ove)
    version = track.updated_at.isoformat()
    written = {"title": "Nytt namn", "summary": "", "contact": str(ove.id), "version": version}
    page = client.post(f"/tracks/{track.id}/edit", written | {"shortage": ""}, expect=409)
    assert "Berätta vad spåret är, i enkla ord." in words(page)
    assert "Välj minst ett yrke." in words(page)
    assert "Nytt namn" in page
    assert track.title == "Jobba i vården"


def test_pages_take_as_many_queries_for_many_as_for_few(
    client: Client, session: Session, ove: User, count_queries: QueryCounter
) -> None:
    team = team_of(session, ove)
    track = a_track(session, team, ove)
    cohort = a_cohort(session, track, ove, seats=40)
    taken: dict[str, list[int]] = {}
    for rows in (1, 6):
        for number in range(rows):
            a_draft(session, team, ove, shortage_id=track.shortage_id, title=f"Spår {number}")
            a_step(session, track, ove, title=f"Kurs {number}", turn=number + 2)
            a_cohort(session, track, ove)
            on_track(session, cohort, ove)
            interested(session, cohort, ove)
            in_team(session, team)
        for page in ("/tracks", f"/tracks/{track.id}", f"/tracks/cohorts/{cohort.id}"):
            client.get(page)
            with count_queries() as queries:
                client.get(page)
            taken.setdefault(page, []).append(len(queries))
    assert [few - many for few, many in taken.values()] == [0, 0, 0]
    assert max(many for _few, many in taken.values()) <= 25


def test_a_step_that_a_published_track_cannot_be_without_is_refused_in_its_form(
    client: Client, session: Session, ove: User
) -> None:
    track = a_track(session, team_of(session, ove), ove)
    work = session.exec(select(TrackStep).where(TrackStep.kind == StepKind.EMPLOYMENT)).one()
    form = {"part": "before", "kind": "employment", "title": "Nytt namn", "weeks": "9", "turn": "1"}

    page = client.post(f"/tracks/steps/{work.id}", form, expect=200)

    assert "behöver en väg till anställning efter vägvalet" in words(page)
    assert 'id="part-error"' in page
    assert 'value="Nytt namn"' in page
    session.refresh(work)
    assert work.title == "Jobb"
    client.post(f"/tracks/steps/{work.id}", form | {"part": "after", "path": "workplace"})
    assert "Nytt namn" in client.get(f"/tracks/{track.id}")
