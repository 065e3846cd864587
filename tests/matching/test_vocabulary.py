"""Which of the headlines' words a word may mean."""

import pytest

from matching.comparisons.vocabulary import BEGINS, ENDS, MISSPELT, SAME, SAME_STEM, Vocabulary

HEADLINES = Vocabulary.of(
    ["lager", "lagret", "lagermedarbetare", "truck", "elevassistent", "sushikock", "elektriker"]
)


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
    word: str, found: dict[str, float]
) -> None:
    assert HEADLINES.alike(word) == found


def test_a_word_that_somebody_said_is_taken_more_widely() -> None:
    assert HEADLINES.alike("kock", said=True) == {"sushikock": ENDS}
    assert HEADLINES.alike("elektrikre", said=True) == {"elektriker": MISSPELT}


def test_likeness_is_graded_from_the_same_word_down() -> None:
    assert 1 >= SAME > SAME_STEM > BEGINS > ENDS > MISSPELT > 0
