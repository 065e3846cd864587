"""Words made comparable in Swedish and Norwegian."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.counted import Counting
from matching.text import boilerplate, fold, stem, terms_of, without, words
from reference.pieces import Pieces

STANDING = "Vi är öppna för att anpassa rollen efter dina behov."


def test_folding_brings_the_two_spellings_together() -> None:
    assert fold("Frisør") == fold("frisör")
    assert fold("KJØKKENASSISTENT på Værøy") == "kjökkenassistent på väröy"


def test_letters_made_of_two_signs_are_one() -> None:
    assert fold("sko\u0308tare") == "skötare"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("butiken", "butikk"),
        ("kock", "kokk"),
        ("barnen", "barns"),
        ("kunder", "kunderna"),
        ("elektrikere", "elektriker"),
    ],
)
def test_inflections_and_neighbours_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("barn", "bar"), ("kassa", "kaffe"), ("lager", "lag")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_small_words_and_the_words_of_advertising_say_nothing() -> None:
    assert words("Vi söker dig som vill jobba med barn!") == ["barn"]
    assert words("Vi søker deg som ønsker å jobbe med barn") == ["barn"]


def test_terms_are_stems_in_order_without_what_says_nothing() -> None:
    assert terms_of("Du plockar och packar på lagret i C") == ["plok", "pak", "lagr"]


def test_a_line_that_many_ads_share_is_boilerplate_and_is_left_out() -> None:
    ads = [f"Annons nummer {number} handlar om något.\n  {STANDING}  " for number in range(20)]
    shared = boilerplate(ads)
    assert shared == {STANDING}
    assert without(shared, ads[3]) == "Annons nummer 3 handlar om något."


def test_a_few_ads_from_one_employer_keep_their_lines() -> None:
    assert boilerplate([STANDING] * 5) == frozenset()


@settings(deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=60)), max_size=5))
def test_many_texts_are_counted_as_each_of_them_alone(both: list[tuple[str, str]]) -> None:
    pieces, number_of = Pieces(), dict[str, int]()
    counting = Counting(
        lambda terms: [number_of.setdefault(term, len(number_of)) for term in terms]
    )
    heads, texts = [head for head, _text in both], [text for _head, text in both]
    counting.count(pieces, pieces.cut([*heads, *texts]), (2, 1))
    counted, terms = counting.counted(), list(number_of)
    for row, (head, text) in enumerate(both):
        held = slice(counted.starts[row], counted.starts[row + 1])
        pairs = zip(counted.numbers[held].tolist(), counted.counts[held].tolist(), strict=True)
        expected = Counter(terms_of(f"{head}\n{head}\n{text}"))
        assert {terms[number]: times for number, times in pairs} == expected
