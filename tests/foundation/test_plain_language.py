"""LIX is counted as Björnsson did."""

import pytest

from foundation.plain_language import lix, read


def test_lix_adds_words_a_sentence_and_long_words_in_a_hundred() -> None:
    text = "Du går till jobbet. Handläggaren väntar på dig."

    found = read(text)

    assert (found.words, found.sentences, found.long_words) == (8, 2, 1)
    assert found.lix == pytest.approx(8 / 2 + 100 * 1 / 8)


def test_a_heading_and_each_line_of_a_list_are_sentences_of_their_own() -> None:
    assert read("Det här vill jag\nJobba i kök\n\nLära mig baka").sentences == 3


def test_a_word_of_six_letters_is_short_and_one_of_seven_long() -> None:
    assert read("kaffet kaffena e-postbrev").long_words == 2


def test_a_text_without_words_is_easy() -> None:
    assert lix(" … \n") == 0
