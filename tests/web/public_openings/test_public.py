"""The pages that anybody may read: which openings, what of them, and what when they are gone."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry, RoleName
from foundation import clock
from foundation.translating import zone
from openings.models import Needs, Opening, OpeningKind, OpeningState, Source
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_employer, make_opening, make_user

LIST = "/public/openings"


def make_public(session: Session, **facts: Any) -> Opening:
    """An opening that its employer shows to the world."""
    return make_opening(session, is_public=True, public_changed_at=NOW, **facts)


def posting_in(page: str) -> dict[str, Any]:
    """The JSON-LD of a page."""
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def today() -> date:
    return clock.local_date(clock.now(), zone())


def test_nothing_is_shown_to_the_world_until_somebody_says_so(
    client: Client, session: Session
) -> None:
    opening = make_opening(session)
    assert "Inga platser visas just nu" in words(client.get(LIST))
    client.get(f"{LIST}/{opening.id}", expect=404)
    assert str(opening.id) not in client.get(f"{LIST}/sitemap.xml")


def test_an_employer_opens_the_page_and_takes_it_away(client: Client, session: Session) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    opening = make_opening(session, make_employer(session, maj))
    own, page = f"/my-openings/{opening.id}", f"{LIST}/{opening.id}"
    client.sign_in(maj)
    assert "Alla kan se platsen nu." in words(client.follow(f"{own}/public", {"shown": "yes"}))
    assert "Köksbiträde" in words(client.get(page))
    assert page in client.get(f"{LIST}/sitemap.xml")
    client.post(f"{own}/public", {"shown": "no"})
    assert "Platsen är inte öppen längre" in words(client.get(page, expect=410))
    client.post(f"{own}/public", {"shown": "maybe"}, expect=400)
    actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.at))).all()
    assert actions == ["opening.shown_to_world", "opening.hidden_from_world"]


def test_a_caseworker_may_do_it_for_an_employer_but_not_for_an_imported_ad(
    client: Client, session: Session
) -> None:
    ours = make_opening(session)
    imported = make_opening(session, employer_id=None, source=Source.JOBTECH, source_id="1")
    foreign = make_opening(session)
    client.sign_in(make_caseworker(session))
    client.post(f"/openings/{ours.id}/public", {"shown": "yes"})
    assert ours.is_public
    assert "Visa platsen för alla" not in client.get(f"/openings/{imported.id}")
    client.post(f"/openings/{imported.id}/public", {"shown": "yes"}, expect=409)
    client.sign_in(make_user(session, RoleName.STEERING))
    client.post(f"/openings/{ours.id}/public", {"shown": "no"}, expect=403)
    client.sign_in(make_user(session, RoleName.EMPLOYER))
    client.post(f"/my-openings/{foreign.id}/public", {"shown": "yes"}, expect=404)
    assert (imported.is_public, foreign.is_public) == (False, False)


@pytest.mark.parametrize(
    "facts",
    [
        {"state": OpeningState.CLOSED},
        {"state": OpeningState.PAUSED},
        {"number_of_vacancies": 2, "taken": 2},
        {"application_deadline": date(2020, 1, 1)},
        {"ends_on": date(2020, 1, 1)},
    ],
    ids=str,
)
def test_what_is_over_says_so_kindly_and_is_on_no_list(
    client: Client, session: Session, facts: dict[str, Any]
) -> None:
    opening = make_public(session, **facts)
    page = words(client.get(f"{LIST}/{opening.id}", expect=410))
    assert "Det kommer nya platser hela tiden." in page
    assert "Köksbiträde" not in page + words(client.get(LIST))


def test_a_draft_that_will_be_public_is_not_told_of(client: Client, session: Session) -> None:
    draft = make_public(session, state=OpeningState.DRAFT)
    client.get(f"{LIST}/{draft.id}", expect=404)


def test_no_person_is_on_the_page(client: Client, session: Session) -> None:
    opening = make_public(
        session,
        headline="Diskare hos Anna Berg",
        description="Du diskar.\n\nKontakta Anna Berg, anna.berg@example.org, 070-123 45 67.",
        supervisor="Karin Lind",
        working_hours="Fråga Anna Berg",
        accessibility="Ring 070-123 45 67 vid dörren.",
        must_have=Needs(skills=("arbetat med Anna Berg",)),
    )
    page = client.get(f"{LIST}/{opening.id}")
    assert "Du diskar." in page
    for person in ("Anna Berg", "Karin Lind", "070-123", "anna.berg"):
        assert person not in page
    assert opening.supervisor == "Karin Lind"


def test_search_engines_get_a_whole_job_posting(client: Client, session: Session) -> None:
    deadline = today() + timedelta(days=30)
    employer = make_employer(session, name="Kaféet AB", website="https://kafeet.example")
    opening = make_public(
        session,
        employer=employer,
        occupation_title="Köksbiträde",
        description="Du hjälper till & lär dig </script><script>alert(1)</script>",
        kind=OpeningKind.JOB,
        application_deadline=deadline,
        scope_min=50,
        scope_max=100,
        number_of_vacancies=3,
        taken=1,
        street_address="Kajen 1",
    )
    page = client.get(f"{LIST}/{opening.id}")
    posting = posting_in(page)
    address = f"http://127.0.0.1:8000{LIST}/{opening.id}"
    assert "<script>alert" not in page
    assert f'<link rel="canonical" href="{address}">' in page
    assert '<meta property="og:title" content="Köksbiträde">' in page
    assert posting["description"].endswith("</script><script>alert(1)</script>")
    assert (posting["@type"], posting["title"]) == ("JobPosting", "Köksbiträde")
    assert (posting["datePosted"], posting["url"]) == ("2026-11-23", address)
    assert posting["validThrough"].startswith(f"{deadline}T23:59:59+0")
    assert posting["employmentType"] == ["FULL_TIME", "PART_TIME"]
    assert posting["hiringOrganization"]["name"] == "Kaféet AB"
    assert posting["hiringOrganization"]["sameAs"] == "https://kafeet.example"
    assert posting["totalJobOpenings"] == 2
    assert posting["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Kajen 1",
        "addressLocality": "Söderhamn",
        "addressRegion": "Gävleborgs län",
        "addressCountry": "SE",
    }


def test_what_is_not_known_is_left_out_of_the_posting(client: Client, session: Session) -> None:
    bare = make_public(session, kind=OpeningKind.WORK_PLACEMENT)
    posting = posting_in(client.get(f"{LIST}/{bare.id}"))
    assert not posting.keys() & {"validThrough", "jobStartDate", "workHours", "jobLocationType"}
    assert posting["employmentType"] == ["INTERN"]


def test_the_list_is_searched_by_word_kind_and_county(client: Client, session: Session) -> None:
    make_public(session, headline="Diskare")
    norway = {"country": "NO", "county": "50", "municipality": "5001"}
    make_public(session, headline="Kokk", kind=OpeningKind.APPRENTICESHIP, **norway)
    for narrowed in ("q=kokk", "kind=apprenticeship", "county=NO-50"):
        page = words(client.get(f"{LIST}?{narrowed}"))
        assert "Kokk" in page
        assert "Diskare" not in page
    assert "Inga platser passar sökningen" in words(client.get(f"{LIST}?q=finns-inte"))


def test_looks_from_outside_are_counted_and_lists_ask_little(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, maj)
    opening = make_public(session, employer=employer)
    client.get(f"{LIST}/{opening.id}")
    with count_queries() as few:
        client.get(LIST)
    for _opening in range(10):
        make_public(session)
    with count_queries() as many:
        client.get(LIST)
    assert len(many) == len(few) <= 3
    own = client.sign_in(maj)
    own.get(f"{LIST}/{opening.id}")
    assert "Visningar 1" in words(own.get(f"/my-openings/{opening.id}"))
