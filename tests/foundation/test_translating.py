"""Swedish is the source, and every other language falls back on it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from foundation import translating
from foundation.translating import _, lazy_, ngettext, speaking

MONDAY = date(2026, 11, 23)
SEVEN_UTC = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
UNTRANSLATED = "Den här texten finns inte i någon katalog."


def test_a_text_has_its_facts_filled_in() -> None:
    assert _("Hej %(name)s", name="Åsa") == "Hej Åsa"


def test_a_percent_sign_without_facts_is_left_alone() -> None:
    assert _("100 % av tiden") == "100 % av tiden"


@pytest.mark.parametrize(
    ("num", "words"), [(0, "0 brev kvar"), (1, "1 brev till"), (12500, "12 500 brev kvar")]
)
def test_numbers_choose_their_form_and_are_written_with_thin_spaces(num: int, words: str) -> None:
    found = ngettext("%(num)s brev till", "%(num)s brev kvar", num)
    assert found.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_text_that_nobody_has_translated_is_shown_in_swedish(language: str) -> None:
    with speaking(language):
        assert _(UNTRANSLATED) == UNTRANSLATED
        assert ngettext("ett %(num)s", "flera %(num)s", 2) == "flera 2"


def test_a_language_that_is_not_spoken_here_becomes_swedish() -> None:
    with speaking("xx"):
        assert translating.language() == "sv"


def test_the_language_is_back_after_the_block_even_when_it_broke() -> None:
    with speaking("en"):
        with pytest.raises(RuntimeError), speaking("nb"):
            raise RuntimeError
        assert translating.language() == "en"
    assert translating.language() == "sv"


def test_a_lazy_text_speaks_the_language_of_its_reader() -> None:
    words = lazy_("%(day)s", day="måndag")
    assert str(words) == "måndag"


def test_two_threads_speak_their_own_languages() -> None:
    with speaking("nb"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(translating.language).result() == "sv"
        assert translating.language() == "nb"


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "måndag 23 november"), ("nb", "mandag 23 november"), ("en", "Monday 23 November")],
)
def test_days_are_in_words(language: str, words: str) -> None:
    with speaking(language):
        assert translating.day(MONDAY) == words


def test_moments_are_shown_on_the_wall() -> None:
    translating.keep_time_in(ZoneInfo("Europe/Stockholm"))
    assert translating.moment(SEVEN_UTC) == "måndag 23 november 07:00"


def test_a_short_day_has_its_year() -> None:
    assert translating.short_day(MONDAY) == "23 nov. 2026"


def test_how_long_ago_is_in_words() -> None:
    assert translating.ago(SEVEN_UTC - timedelta(days=3), SEVEN_UTC) == "för 3 dagar sedan"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0"), (1, "färre än 5"), (4, "färre än 5"), (5, "5")]
)
def test_a_small_number_of_people_is_not_told(count: int, words: str) -> None:
    assert translating.few(count) == words
