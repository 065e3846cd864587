"""The html and the plain text say the same, in the reader's language, and nothing about anybody."""

from html import unescape
from html.parser import HTMLParser
from re import DOTALL, MULTILINE, findall, sub
from uuid import UUID

import pytest

from digests.building import AnyDigest, worded
from digests.caseworker.content import CaseworkerDigest, YouthNews
from digests.employer.content import (
    EmployerDigest,
    OpeningNews,
)
from digests.links import Reader
from digests.spans import Tally
from tests.digests.making import PORTAL, SIGNER
from tests.digests.samples import (
    COOK,
    FOX,
    READER,
    TO_CASEWORKER,
    TO_COORDINATOR,
    TO_EMPLOYER,
    written,
)

EACH = pytest.mark.parametrize(
    "digest",
    [TO_CASEWORKER, TO_COORDINATOR, TO_EMPLOYER],
    ids=["caseworker", "coordinator", "employer"],
)


class Links(HTMLParser):
    """Collects the addresses of a page's links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append(dict(attrs)["href"] or "")


def words_of_html(page: str) -> list[str]:
    body = page[page.index("<body") :]
    return unescape(sub(r"<[^>]+>", " ", body)).split()


def words_of_text(text: str) -> list[str]:
    """The words of the plain text, without the addresses and the marks of its layout."""
    bare = sub(r"(:)? ?https?://\S+|^ *- |^-- $", " ", text, flags=MULTILINE)
    return bare.split()


@EACH
def test_html_and_plain_text_say_the_same(digest: AnyDigest) -> None:
    letter = written(digest)
    assert letter.html is not None
    assert words_of_html(letter.html) == words_of_text(letter.text)


@EACH
def test_html_and_plain_text_lead_to_the_same_places(digest: AnyDigest) -> None:
    letter = written(digest)
    assert Links(letter.html or "").found == findall(r"https?://\S+", letter.text)


@EACH
def test_every_link_leads_into_the_portal(digest: AnyDigest) -> None:
    links = Links(written(digest).html or "").found
    assert links
    assert all(link.startswith(f"{PORTAL}/") for link in links)


def test_a_caseworker_reads_what_is_new_and_what_waits() -> None:
    letter = written(TO_CASEWORKER)
    assert letter.subject == "Veckosammanställning: 2 nya starka förslag"
    for line in (
        "Räv: 2 nya starka förslag och 1 nytt gott förslag",
        "En ungdom: 3 nya goda förslag",
        "A.H.: 1 starkt förslag har väntat mer än en vecka",
        "A.H.: 2 förslag som du sköt upp är tillbaka",
        "Uv: prata om önskemål och sökområde",
        "Räv: Ring arbetsgivaren, som inte har svarat. Kock, senast torsdag 26 november",
        "En ungdom: Fråga ungdomen. Städare",
        "Räv: 9 dagar kvar. Ingen kontakt än",
        "Kock & <diskare> hos Hotell Nord",
    ):
        assert f"- {line}\n" in letter.text
    assert f"{PORTAL}/youths/{FOX}/suggestions" in letter.text


def test_an_employer_reads_counts_of_youths_and_what_to_mind() -> None:
    letter = written(TO_EMPLOYER)
    assert letter.subject == "Veckosammanställning: 1 presentation väntar på svar"
    for line in (
        "Kock & <diskare>: handläggare vill gå vidare med 6 ungdomar och 12 ungdomar kan passa",
        "2 personer vill bli kollegor hos er",
        "Kock: sista dagen är måndag 30 november",
        "Städare",
        "Kock: svara senast fredag 27 november",
        "tisdag 1 december 09:30: Kock",
        "3 platser är ute",
    ):
        assert f"- {line}\n" in letter.text
    assert f"Ja, vi vill träffas: {PORTAL}/answer/token?answer=yes" in letter.text
    assert f"Förläng två veckor: {PORTAL}/letters/prolong/" in letter.text


def test_a_coordinator_reads_of_the_team_first_and_the_rest_is_counted() -> None:
    letter = written(TO_COORDINATOR)
    assert letter.subject == "Veckosammanställning: läget i teamet"
    for line in (
        "Kock: 6 dagar utan svar",
        "Räv 2: se vad som skulle öppna fler platser",
        "Vård och omsorg: 4 lediga platser",
        "Platsbanken",
    ):
        assert f"- {line}\n" in letter.text
    assert "+ 12 till i Farled" in letter.text
    assert letter.text.index("Platsbanken") < letter.text.index("Nya förslag")


@EACH
def test_a_letter_fits_on_a_screen_or_two(digest: AnyDigest) -> None:
    lines = [line for section in worded(digest, READER).sections for line in section.lines]
    assert len(lines) <= 16


def test_without_an_answer_link_an_introduction_leads_to_the_portal() -> None:
    message = worded(TO_EMPLOYER, Reader(READER.user_id, SIGNER))
    (line,) = message.sections[0].lines
    assert (line.path, line.actions) == (f"/my-introductions/{UUID(int=7)}", ())


def test_what_an_employer_wrote_cannot_change_the_letter() -> None:
    assert "Kock &amp; &lt;diskare&gt;" in (written(TO_EMPLOYER).html or "")


def test_an_empty_section_is_left_out() -> None:
    only_new = CaseworkerDigest(fresh=TO_CASEWORKER.fresh)
    titles = [section.title for section in worded(only_new, READER).sections]
    assert titles == ["Nya förslag"]


@pytest.mark.parametrize(
    ("digest", "subject"),
    [
        (
            CaseworkerDigest(waiting=TO_CASEWORKER.waiting),
            "Veckosammanställning: det här väntar på dig",
        ),
        (
            CaseworkerDigest(fresh=(YouthNews(youth_id=FOX, name="Räv", good=1),)),
            "Veckosammanställning: 1 nytt gott förslag",
        ),
        (EmployerDigest(requests=Tally(1, 1)), "Veckosammanställning: det här väntar på dig"),
        (
            EmployerDigest(news=(OpeningNews(opening_id=COOK, headline="Kock", suggested=5),)),
            "Veckosammanställning: 5 ungdomar kan passa",
        ),
    ],
)
def test_the_subject_says_the_most_important_thing(digest: AnyDigest, subject: str) -> None:
    assert written(digest).subject == subject


def test_the_subject_never_names_a_youth_or_an_opening() -> None:
    for letter in (written(TO_CASEWORKER), written(TO_EMPLOYER)):
        assert not {"Räv", "A.H.", "Uv", "Kock", "Städare"} & set(letter.subject.split())


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@EACH
def test_a_letter_can_be_written_in_every_language(digest: AnyDigest, language: str) -> None:
    letter = written(digest, language)
    assert f'<html lang="{language}">' in (letter.html or "")
    assert words_of_html(letter.html or "") == words_of_text(letter.text)
    assert "%(" not in letter.text + letter.subject


def test_dates_follow_the_readers_language() -> None:
    assert "Monday 30 November" in written(TO_EMPLOYER, "en").text
    assert "mandag 30 november" in written(TO_EMPLOYER, "nb").text


@EACH
def test_a_letter_asks_nothing_from_elsewhere_and_watches_nobody(digest: AnyDigest) -> None:
    page = written(digest).html or ""
    assert "<img" not in page
    assert "<script" not in page
    assert "src=" not in page
    assert "url(" not in page
    assert "@import" not in page


class Elements(HTMLParser):
    """Collects a page's elements with what they say about themselves."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@EACH
def test_the_layout_is_one_that_words_engine_reads(digest: AnyDigest) -> None:
    """Outlook knows tables with widths as attributes, and styles on the elements."""
    elements = Elements(written(digest).html or "").found
    tables = [facts for tag, facts in elements if tag == "table"]
    assert all(facts.get("role") == "presentation" for facts in tables)
    assert "600" in {facts.get("width") for facts in tables}
    styles = " ".join(facts.get("style") or "" for _tag, facts in elements)
    assert not {"flex", "grid", "position", "float"} & set(findall(r"[a-z]+", styles))
    assert {tag for tag, _facts in elements} & {"div", "ul", "li"} == set()


@EACH
def test_the_sheet_in_the_head_holds_the_dark_colours_alone(digest: AnyDigest) -> None:
    page = written(digest).html or ""
    (sheet,) = findall(r"<style>(.*?)</style>", page, flags=DOTALL)
    assert sheet.strip().startswith("@media (prefers-color-scheme: dark)")
    named = set(findall(r"\.([a-z]+) ", sheet))
    used = {word for found in findall(r'class="([^"]+)"', page) for word in found.split()}
    assert used == named
    assert sheet.count("!important") >= len(named)


@EACH
def test_a_letter_can_be_stopped_by_the_mail_program(digest: AnyDigest) -> None:
    letter = written(digest)
    assert letter.stop is not None
    assert letter.stop.startswith(f"{PORTAL}/letters/stop/")
    assert SIGNER.stopping(letter.stop.rpartition("/")[2]) == READER.user_id
    message = letter.as_message("farled@example.org")
    assert message["List-Unsubscribe"] == f"<{letter.stop}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
