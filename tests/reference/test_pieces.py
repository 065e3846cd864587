"""Many texts are read in pieces, and found to say what each of them says when it is read alone."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reference.pieces import Pieces, Stretches
from reference.skills import found_in, found_in_many

steady = settings(deadline=None, derandomize=True)
SAID = (
    "truckkort", "Truckkort,", "truck", "kort", "i", "samarbete", "med", "samarbete.", "kassa",
    "service", "och", "kundservice", "laga", "mat", "HLR", "C++", "\t", "e\u0301", "\u0301a", "\n",
)  # fmt: skip
ads = st.lists(
    st.one_of(st.lists(st.sampled_from(SAID), max_size=12).map(" ".join), st.text(max_size=40)),
    max_size=6,
)


class Itself:
    """Reads a piece as a number of its own."""

    def __init__(self) -> None:
        self.met: list[str] = []

    def __call__(self, piece: str) -> Sequence[int]:
        self.met.append(piece)
        return [len(self.met) - 1]


def rows(stretches: Stretches) -> list[list[int]]:
    starts = stretches.starts.tolist()
    numbers = stretches.numbers.tolist()
    return [numbers[one:other] for one, other in pairwise(starts)]


def cut(text: str) -> list[str]:
    return [each for each in text.replace("\n", " \n ").split(" ") if each]


@steady
@given(st.lists(ads, max_size=3))
def test_texts_are_cut_at_spaces_and_line_breaks_and_each_piece_is_read_once(
    batches: list[list[str]],
) -> None:
    pieces = Pieces()
    for texts in batches:
        read = rows(pieces.read(Itself, pieces.cut(texts)))
        met = pieces.reader(Itself).met
        assert [[met[number] for number in row] for row in read] == [*map(cut, texts)]
        assert len(set(met)) == len(met) == len(pieces)


@steady
@given(ads)
def test_many_texts_speak_of_the_skills_that_each_speaks_of_alone(texts: list[str]) -> None:
    pieces = Pieces()
    found = found_in_many(pieces, pieces.cut(texts))
    assert found == [tuple(skill.code for skill in found_in(text)) for text in texts]


def test_more_pieces_than_the_table_began_with_are_all_kept_apart() -> None:
    pieces, text = Pieces(), " ".join(map(str, range(20_000)))
    pieces.cut([text])
    assert rows(pieces.cut([text, "7 x"])) == [[*range(20_000)], [7, 20_000]]
