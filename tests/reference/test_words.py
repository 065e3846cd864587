"""Words of headlines: what is folded, what is left out, and which part names the work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.words import bare, core, fold, uninflected


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Kock/Kallskänka ", "kock kallskänka"),
        ("Ingeniør", "ingeniör"),
        ("C++- och C#-utvecklare", "c++ och c# utvecklare"),
        ("À la carte-kock", "a la carte kock"),
        ("!!!", ""),
    ],
)
def test_spellings_meet_when_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("headline", "telling"),
    [
        ("Vi söker kockar, 100 % heltid, Visby", "kockar"),
        ("Kokk, 100 % fast stilling, Oslo", "kokk"),
        ("Sommarjobb i Stockholm", ""),
    ],
)
def test_stock_phrases_and_places_fall_away(headline: str, telling: str) -> None:
    assert bare(headline) == telling


@pytest.mark.parametrize(
    ("headline", "work"),
    [
        ("Kock till restaurang i Gävle", "kock"),
        ("Restaurang Bönan söker kock", "kock"),
        ("Oslo: Systemingeniør", "systemingeniör"),
        ("Till vårt lager: truckförare", "lager"),
        ("Undersköterskor sökes", "undersköterskor"),
        ("Renholder - fast stilling", "renholder"),
    ],
)
def test_the_work_is_named_before_the_workplace_and_after_who_seeks(
    headline: str, work: str
) -> None:
    assert core(headline) == work


@pytest.mark.parametrize(
    ("inflected", "dictionary"),
    [
        ("kockar", "kock"),
        ("undersköterskor", "undersköterska"),
        ("lärarna", "lärare"),
        ("servitörer", "servitör"),
        ("renholdere", "renholder"),
        ("kokken", "kokk"),
    ],
)
def test_an_inflected_word_leads_to_its_dictionary_form(inflected: str, dictionary: str) -> None:
    assert dictionary in set(uninflected(inflected))


@given(st.text(max_size=80))
def test_any_text_can_be_folded_twice_and_freed(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(bare(text)) == bare(text)
    assert fold(core(text)) == core(text)
