"""Which of the headlines' words a word may mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.usual import meant_by, usual_titles
from matching.vocabulary import (
    BEGINS,
    ENDS,
    MISSPELT,
    SAME,
    SAME_STEM,
    Vocabulary,
    likeness,
    looks_like,
)

WORDS = ["lager", "lagret", "lagermedarbetare", "truck", "elevassistent", "sushikock", "elektriker"]
HEADLINES = Vocabulary.of(WORDS)
steady = settings(deadline=None, derandomize=True)
parts = st.lists(st.sampled_from(["lager", "kock", "elev", "assistent", "en", "s"]), max_size=3)
invented = parts.map("".join)


def named(found: dict[int, int]) -> dict[str, int]:
    return {HEADLINES.words[number]: grade for number, grade in found.items()}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("lager", {"lager": SAME, "lagermedarbetare": BEGINS}),
        ("elektrikere", {"elektriker": SAME_STEM}),
        ("assistent", {"elevassistent": ENDS}),
        ("kök", {}),
        ("elektrikre", {}),
    ],
)
def test_a_word_means_itself_its_inflections_and_compounds(
    word: str, found: dict[str, int]
) -> None:
    assert named(dict(HEADLINES.alike(word))) == found


def test_a_word_that_somebody_said_is_taken_more_widely() -> None:
    assert named(dict(HEADLINES.alike("kock", said=True))) == {"sushikock": ENDS}
    assert named(dict(HEADLINES.misspelt("elektrikre"))) == {"elektriker": MISSPELT}
    assert looks_like("elektrikre", "elektriker") == MISSPELT


def test_likeness_is_graded_from_the_same_word_down() -> None:
    assert SAME > SAME_STEM > BEGINS > ENDS > MISSPELT > 0


@steady
@given(st.lists(invented), invented, st.booleans())
def test_looking_up_finds_just_the_words_that_are_alike(
    words: list[str], word: str, said: bool
) -> None:
    vocabulary = Vocabulary.of(words)
    one_by_one = {
        number: grade
        for number, other in enumerate(sorted(set(words)))
        if (grade := likeness(word, other, said=said))
    }
    assert vocabulary.alike(word, said=said) == one_by_one


@pytest.mark.parametrize("word", ["lagermedarbetare", "kocken", "elevassistent", "xyz", "barn"])
def test_the_words_of_titles_that_a_word_answers_are_those_that_are_alike(word: str) -> None:
    titles = {other for title in usual_titles() for other in title.words}
    best: dict[str, int] = {}
    for other, grade in meant_by(word):
        best[other] = max(grade, best.get(other, 0))
    alike = {other: likeness(other, word) for other in titles}
    assert best == {other: grade for other, grade in alike.items() if grade}
