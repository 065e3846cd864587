"""Titles meet through the stretches of letters, the words and the kinds of work that they share."""

import numpy as np

from reference.letters import Letters, Spelt

TITLES = (
    "logistikchef",
    "lagerchef",
    "chef lager",
    "chef logistik",
    "lagerarbetare",
    "arbetare lager",
)


def likeness(one: str, other: str, letters: Letters) -> float:
    matrix = letters.matrix([one, other])
    return float((matrix[0] @ matrix[1].T).toarray()[0, 0])


def sequences(spelt: Spelt, letters: Letters) -> set[str]:
    return {letters.sequences[place] for place in spelt.places}


def test_a_title_is_spelt_by_its_words_and_by_how_it_begins_and_ends() -> None:
    letters = Letters.of(TITLES)
    known = sequences(letters.spell("Chef, lager"), letters)
    assert {"=chef", "=lager", "<chef", ">lager"} <= known
    assert ">chef" not in known


def test_a_title_is_most_like_itself_and_more_alike_with_the_word_in_the_same_place() -> None:
    letters = Letters.of(TITLES)
    assert np.isclose(likeness("lagerchef", "lagerchef", letters), 1.0, atol=1e-5)
    same_place = likeness("chef lager", "chef logistik", letters)
    assert same_place > likeness("chef lager", "logistikchef", letters) > 0


def test_compounds_meet_through_how_they_begin_and_how_they_end() -> None:
    letters = Letters.of(("lastbilsförare", "lastbilsmekaniker", "truckförare", "truckmekaniker"))
    known = sequences(letters.spell("lastbilsförare"), letters)
    assert {"^lastbils", "förare$"} <= known
    assert not {"^förare", "lastbils$"} & known


def test_a_title_of_nothing_known_is_not_understood() -> None:
    letters = Letters.of(TITLES)
    assert letters.spell("xyz").known == 0.0
    assert letters.spell("").known == 0.0
    assert 0 < letters.spell("lagerbud").known < letters.spell("lagerchef").known <= 1
