"""The html and the plain text say the same, in the reader's language, and nothing about anybody."""

from datetime import date
from html import unescape
from html.parser import HTMLParser
from re import MULTILINE, findall, sub
from uuid import UUID

import pytest

from digests import letters, wording
from digests.content import (
    AnyDigest,
    CaseworkerDigest,
    Draft,
    EmployerDigest,
    Expiring,
    OpeningNews,
    Tally,
    YouthNews,
)
from foundation.letters import Letter
from foundation.translating import speaking
from tests.digests.making import PORTAL

FOX, NAMELESS = UUID(int=1), UUID(int=2)
COOK, CLEANER = UUID(int=3), UUID(int=4)

TO_CASEWORKER = CaseworkerDigest(
    fresh=(
        YouthNews(youth_id=FOX, name="Räv", strong=2, good=1),
        YouthNews(youth_id=NAMELESS, name=None, good=3),
    ),
    waiting=(YouthNews(youth_id=FOX, name="A.H.", overdue=Tally(1, 1), returned=Tally(2, 0)),),
    without=(YouthNews(youth_id=NAMELESS, name="Uv"),),
)
TO_EMPLOYER = EmployerDigest(
    news=(OpeningNews(opening_id=COOK, headline="Kock & <diskare>", accepted=6, suggested=12),),
    requests=Tally(2, 1),
    drafts=(Draft(opening_id=CLEANER, headline="Städare", is_new=False),),
    expiring=(
        Expiring(opening_id=COOK, headline="Kock", last_day=date(2026, 11, 30), is_new=True),
    ),
)
BOTH = pytest.mark.parametrize("digest", [TO_CASEWORKER, TO_EMPLOYER], ids=["staff", "employer"])


def written(digest: AnyDigest, language: str = "sv") -> Letter:
    with speaking(language):
        return letters.write(wording.message(digest), to="karin@example.org", public_url=PORTAL)


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
    return sub(r"https?://\S+|^- |^-- $", " ", text, flags=MULTILINE).split()


@BOTH
def test_html_and_plain_text_say_the_same(digest: AnyDigest) -> None:
    letter = written(digest)
    assert letter.html is not None
    assert words_of_html(letter.html) == words_of_text(letter.text)


@BOTH
def test_html_and_plain_text_lead_to_the_same_places(digest: AnyDigest) -> None:
    letter = written(digest)
    assert Links(letter.html or "").found == findall(r"https?://\S+", letter.text)


@BOTH
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
    ):
        assert f"- {line}\n" in letter.text
    assert f"{PORTAL}/youths/{FOX}/suggestions" in letter.text


def test_an_employer_reads_counts_of_youths_and_what_to_mind() -> None:
    letter = written(TO_EMPLOYER)
    assert letter.subject == "Veckosammanställning: handläggare vill gå vidare med 6 ungdomar"
    for line in (
        "Kock & <diskare>: handläggare vill gå vidare med 6 ungdomar och 12 ungdomar kan passa",
        "2 personer vill bli kollegor hos er",
        "Kock: sista dagen är måndag 30 november",
        "Städare",
    ):
        assert f"- {line}\n" in letter.text


def test_what_an_employer_wrote_cannot_change_the_letter() -> None:
    assert "Kock &amp; &lt;diskare&gt;" in (written(TO_EMPLOYER).html or "")


def test_an_empty_section_is_left_out() -> None:
    only_new = CaseworkerDigest(fresh=TO_CASEWORKER.fresh, waiting=(), without=())
    titles = [section.title for section in wording.message(only_new).sections]
    assert titles == ["Nya förslag"]


@pytest.mark.parametrize(
    ("digest", "subject"),
    [
        (
            CaseworkerDigest((), TO_CASEWORKER.waiting, ()),
            "Veckosammanställning: det här väntar på dig",
        ),
        (
            CaseworkerDigest((YouthNews(youth_id=FOX, name="Räv", good=1),), (), ()),
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
@BOTH
def test_a_letter_can_be_written_in_every_language(digest: AnyDigest, language: str) -> None:
    letter = written(digest, language)
    assert f'<html lang="{language}">' in (letter.html or "")
    assert words_of_html(letter.html or "") == words_of_text(letter.text)
    assert "%(" not in letter.text + letter.subject


def test_dates_follow_the_readers_language() -> None:
    assert "Monday 30 November" in written(TO_EMPLOYER, "en").text
    assert "mandag 30 november" in written(TO_EMPLOYER, "nb").text


@BOTH
def test_a_letter_asks_nothing_from_elsewhere_and_watches_nobody(digest: AnyDigest) -> None:
    page = written(digest).html or ""
    assert "<img" not in page
    assert "<script" not in page
    assert "<style" not in page
    assert "src=" not in page
