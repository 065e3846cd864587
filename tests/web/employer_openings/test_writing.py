"""Writing an opening: drafts, what is missing, choices without scripts, and two who write."""

import re
from html import unescape

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from employers.models import Employer
from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningKind, OpeningState
from tests.client import Client, words
from tests.factories import make_employer, make_opening, make_user

NEW = "/my-openings/new"
WRITTEN = {
    "kind": "work_placement",
    "headline": "Hjälp i köket",
    "occupation_title": "Köksbiträde",
    "occupation": "9412",
    "description": "Du hjälper kocken med lunchen.",
    "place": "SE-2182",
    "number_of_vacancies": "2",
    "starts_on": "2099-01-11",
    "ends_on": "2099-06-11",
    "application_deadline": "2098-12-01",
    "scope_min": "50",
    "scope_max": "75",
    "working_hours": "vardagar 8–15",
    "must_have_skills": "noggrann, punktlig\nNoggrann",
    "must_have_licences": ["B", "CE"],
    "languages-0-language": "sv",
    "languages-0-level": "B1",
    "languages-0-weight": "need",
    "languages-1-language": "ar",
    "languages-1-level": "",
    "languages-1-weight": "merit",
    "experience_required": "yes",
    "experience_months": "3",
    "education_level": "compulsory",
    "minimum_age": "18",
    "nice_to_have_skills": "livsmedelshygien",
    "nice_to_have_experience": "y",
    "nice_to_have_education": "upper_secondary",
    "nice_to_have_licences": ["AM"],
    "street_address": "Kajen 1",
    "accessibility": "Hiss finns.",
    "supervisor": "Maj Berg",
}


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER)


@pytest.fixture
def employer(session: Session, maj: User) -> Employer:
    return make_employer(session, maj, name="Kaféet")


@pytest.fixture
def writer(client: Client, maj: User, employer: Employer) -> Client:
    return client.sign_in(maj)


def only(session: Session) -> Opening:
    return session.exec(select(Opening)).one()


def shown_in(page: str) -> dict[str, str | list[str]]:
    """What the form on a page would send if nobody touched it."""
    form = page[page.index('<form class="sheet"') :]
    fields: dict[str, str | list[str]] = {}
    for name, text in re.findall(
        r'<textarea[^>]*name="([^"]+)"[^>]*>\s*(.*?)</textarea>', form, re.DOTALL
    ):
        fields[name] = unescape(text)
    for control in re.findall(r"<input[^>]*>", form):
        found = dict(re.findall(r'([\w-]+)="([^"]*)"', control))
        ticked = found.get("type") in {"radio", "checkbox"}
        if "name" in found and (not ticked or re.search(r"\schecked\b", control)):
            value = unescape(found.get("value", ""))
            known = fields.get(found["name"])
            fields[found["name"]] = [*known, value] if known and ticked else [value]
    for name, options in re.findall(
        r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.findall(r'<option selected value="([^"]*)"', options)
        fields[name] = chosen[0] if chosen else ""
    return fields


def test_everything_that_is_written_is_kept(writer: Client, session: Session) -> None:
    preview = writer.post(NEW, WRITTEN | {"review": "1"})
    opening = only(session)
    assert preview == f"/my-openings/{opening.id}"
    assert (opening.state, opening.kind) == (OpeningState.DRAFT, OpeningKind.WORK_PLACEMENT)
    assert (opening.occupation, opening.county, opening.number_of_vacancies) == ("9412", "21", 2)
    assert (opening.scope_min, opening.scope_max, opening.minimum_age) == (50, 75, 18)
    assert opening.must_have == Needs(
        skills=("Noggrann", "punktlig"),
        driving_licences=("B", "CE"),
        languages=(LanguageNeed(language="sv", level="B1"),),
    )
    assert opening.nice_to_have == Merits(
        skills=("livsmedelshygien",),
        driving_licences=("AM",),
        languages=(LanguageNeed(language="ar"),),
        experience=True,
        education_level="upper_secondary",
    )
    assert (opening.experience_required, opening.experience_months) == (True, 3)
    page = words(writer.get(preview))
    for text in (
        "Hjälp i köket",
        "Praktik hos Kaféet",
        "50–75 %",
        "Hiss finns.",
        "Maj Berg",
        "Bra att ha",
    ):
        assert text in page


def test_opening_and_sending_the_form_changes_nothing(writer: Client, session: Session) -> None:
    writer.post(NEW, WRITTEN)
    opening = only(session)
    before = opening.model_dump()
    edit = f"/my-openings/{opening.id}/edit"
    writer.post(edit, shown_in(writer.get(edit)))
    assert only(session).model_dump() == before


def test_an_incomplete_draft_is_saved(writer: Client, session: Session) -> None:
    page = writer.follow(NEW, {"kind": "job", "headline": "Kanske", "save": "1"})
    assert "Utkastet är sparat" in words(page)
    assert 'name="draft-saved"' in page
    assert only(session).headline == "Kanske"


def test_what_is_missing_is_pointed_out_where_it_is_mended(
    writer: Client, session: Session
) -> None:
    page = writer.follow(NEW, {"kind": "job", "headline": "Kanske", "review": "1"})
    assert only(session).state is OpeningState.DRAFT
    for field in ("occupation_title", "description"):
        assert f'id="{field}-error"' in page
        assert f'href="#{field}"' in page
    assert "Berätta kort vad man får göra hos er." in words(page)


def test_what_contradicts_itself_is_not_saved_and_nothing_is_lost(
    writer: Client, session: Session
) -> None:
    wrong = WRITTEN | {"ends_on": "2098-01-01", "scope_max": "20", "number_of_vacancies": "x"}
    page = writer.post(NEW, wrong, expect=200)
    assert "Skriv ett heltal med siffror." in words(page)
    page = writer.post(NEW, wrong | {"number_of_vacancies": "1"}, expect=200)
    said = words(page)
    assert "Slutdagen ligger före startdagen" in said
    assert "Den högsta omfattningen är lägre" in said
    assert shown_in(page)["description"] == WRITTEN["description"]
    assert shown_in(page)["must_have_licences"] == ["B", "CE"]
    assert session.exec(select(Opening)).all() == []


def test_without_scripts_the_words_for_an_occupation_are_enough(
    writer: Client, session: Session
) -> None:
    writer.post(NEW, WRITTEN | {"occupation": "", "occupation_title": "köksbiträde"})
    assert only(session).occupation == "9412"


def test_without_scripts_vague_words_lead_to_a_choice(writer: Client, session: Session) -> None:
    vague = WRITTEN | {"occupation": "", "occupation_title": "jobba i butik"}
    page = writer.follow(NEW, vague | {"review": "1"})
    assert "Vilket yrke ligger närmast?" in words(page)
    offered = re.findall(r'name="occupation_choice"\s+value="(\d{4})"', page)
    assert "5223" in offered
    edit = f"/my-openings/{only(session).id}/edit"
    writer.post(edit, shown_in(page) | {"occupation_choice": "5223", "save": "1"})
    assert (only(session).occupation, only(session).occupation_title) == ("5223", "jobba i butik")


def test_a_whole_headline_leads_to_a_choice_too(writer: Client) -> None:
    headline = {"occupation": "", "occupation_title": "Kock till lunchrestaurang vid havet"}
    page = writer.follow(NEW, WRITTEN | headline)
    assert "5120" in re.findall(r'name="occupation_choice"\s+value="(\d{4})"', page)


def test_words_that_mean_no_occupation_are_pointed_out(writer: Client) -> None:
    page = writer.follow(NEW, WRITTEN | {"occupation": "", "occupation_title": "§§§"})
    assert "Vi känner inte igen yrket" in words(page)


def test_a_code_does_not_outlive_the_words_it_was_chosen_for(
    writer: Client, session: Session
) -> None:
    writer.post(NEW, WRITTEN | {"occupation": "9412", "occupation_title": "Snickare"})
    assert only(session).occupation != "9412"


def test_a_new_opening_begins_like_the_last_one(
    writer: Client, session: Session, employer: Employer
) -> None:
    last = {"municipality": "2184", "supervisor": "Maj Berg", "working_hours": "kvällar"}
    make_opening(session, employer, headline="Diskare", **last)
    fields = shown_in(writer.get(NEW))
    assert fields["place"] == "SE-2184"
    assert fields["supervisor"] == ["Maj Berg"]
    assert fields["headline"] == [""]


def test_the_first_opening_begins_at_the_workplace(writer: Client) -> None:
    assert shown_in(writer.get(NEW))["place"] == "SE-2182"


def test_of_two_who_write_the_second_keeps_her_words_and_decides(
    writer: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer, state=OpeningState.DRAFT, headline="Diskare")
    edit = f"/my-openings/{opening.id}/edit"
    mine = shown_in(writer.get(edit))
    writer.post(edit, mine | {"headline": "Kollegans rubrik"})
    page = writer.post(edit, mine | {"headline": "Min rubrik"}, expect=409)
    assert "Någon annan har ändrat platsen" in words(page)
    assert "Det här skiljer sig: Rubrik." in words(page)
    assert only(session).headline == "Kollegans rubrik"
    assert shown_in(page)["headline"] == ["Min rubrik"]
    writer.post(edit, shown_in(page))
    assert only(session).headline == "Min rubrik"


def test_a_published_opening_cannot_lose_what_it_needs(
    writer: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer)
    edit = f"/my-openings/{opening.id}/edit"
    fields = shown_in(writer.get(edit))
    page = writer.post(edit, fields | {"description": ""}, expect=200)
    assert "Berätta kort" in words(page)
    assert only(session).description == "Du hjälper till i köket."
    assert writer.post(edit, fields | {"headline": "Nytt"}) == f"/my-openings/{opening.id}"


def test_a_closed_opening_has_no_form(writer: Client, session: Session, employer: Employer) -> None:
    closed = make_opening(session, employer, state=OpeningState.CLOSED)
    page = writer.get(f"/my-openings/{closed.id}/edit", expect=409)
    assert "Kopiera den till ett nytt utkast" in words(page)


def test_a_licence_that_the_form_does_not_list_stays(
    writer: Client, session: Session, employer: Employer
) -> None:
    must = Needs(driving_licences=("A2",))
    opening = make_opening(session, employer, must_have=must)
    edit = f"/my-openings/{opening.id}/edit"
    writer.post(edit, shown_in(writer.get(edit)) | {"headline": "Budförare"})
    assert (only(session).must_have, only(session).headline) == (must, "Budförare")


def test_the_one_who_acts_for_two_employers_says_which(
    writer: Client, session: Session, maj: User
) -> None:
    other = make_employer(session, maj, name="Åkeriet")
    assert "Arbetsgivare" in words(writer.get(NEW))
    writer.post(NEW, WRITTEN | {"employer": str(other.id)})
    assert only(session).employer_name == "Åkeriet"


def test_nobody_writes_for_an_employer_that_is_not_hers(
    writer: Client, session: Session, maj: User
) -> None:
    make_employer(session, maj, name="Åkeriet")
    foreign = make_employer(session)
    page = writer.post(NEW, WRITTEN | {"employer": str(foreign.id)}, expect=200)
    assert "Välj ett av alternativen" in words(page)
    assert session.exec(select(Opening)).all() == []


def test_a_form_without_its_version_is_asked_to_reload(
    writer: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer)
    for version in ("", "i går", "0001-01-01T00:00+14:00"):
        fields = WRITTEN | {"version": version}
        page = writer.post(f"/my-openings/{opening.id}/edit", fields, expect=200)
        assert "Ladda om sidan" in words(page)
