"""The engine finds what the readable reference finds, to the last point and the last id."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import strings
from matching.answers import Answers
from matching.engine import arrays, kernel, storing
from matching.engine.layout import LARGEST
from matching.facts import Seeker, Vacancy
from matching.matcher import OpeningMatcher
from matching.profile import Profile
from reference import cutting, phrases_in_many
from tests.matching.making import a_seeker, a_vacancy
from tests.matching.strategies import TODAY, boards, seekers

varied = settings(max_examples=25, deadline=None, derandomize=True)
days_or_none = st.sampled_from((TODAY, None))
people = st.lists(seekers, min_size=1, max_size=4)
limits = st.integers(1, 12)

Ranking = list[tuple[str, int]]


def named(board: Sequence[Vacancy], letter: str) -> list[Vacancy]:
    return [replace(vacancy, id=f"{letter}{vacancy.id}") for vacancy in board]


def by_engine(
    matcher: OpeningMatcher, seekers: Sequence[Seeker], limit: int, threads: int = 1
) -> list[Ranking]:
    ranked = matcher.rank_many(seekers, limit, threads)
    return [
        list(zip(matcher.engine_.ids(ranked, at), ranked.scores[at].tolist(), strict=False))
        for at in range(len(seekers))
    ]


def by_reference(
    matcher: OpeningMatcher, board: Sequence[Vacancy], seekers: Sequence[Seeker], limit: int
) -> list[Ranking]:
    """Read everything anew, in the light of what the matcher learnt, and sort it all."""
    interpreter, found = matcher.engine_.interpreter, []
    index = interpreter.reader.read(board)
    for seeker in seekers:
        profile = Profile.of(seeker, matcher.as_of)
        query, tables = interpreter.query(profile), matcher.engine_.tables
        answers = Answers.of(index, profile, query, tables, interpreter.usual, matcher.weights)
        scores = answers.scores.tolist()
        eligible = [(board[row].id, scores[row]) for row in answers.eligible()]
        found.append(sorted(eligible, key=lambda pair: (-pair[1], pair[0]))[:limit])
    return found


@varied
@given(boards(30), people, days_or_none, limits, st.integers(1, 2))
def test_the_engine_ranks_as_the_reference(
    board: list[Vacancy], seekers: list[Seeker], as_of: date | None, limit: int, threads: int
) -> None:
    matcher = OpeningMatcher(as_of=as_of).fit(board)
    expected = by_reference(matcher, board, seekers, limit)
    assert by_engine(matcher, seekers, limit, threads) == expected


@varied
@given(boards(12), boards(6), boards(6), people, days_or_none, st.randoms())
def test_it_does_so_after_openings_came_and_went_and_in_another_process(
    board: list[Vacancy],
    more: list[Vacancy],
    still_more: list[Vacancy],
    seekers: list[Seeker],
    as_of: date | None,
    chance: Any,
) -> None:
    matcher = OpeningMatcher(as_of=as_of).fit(board)
    matcher.add(named(more, "n")).add(named(still_more, "z"))
    there = {each.id: each for each in [*board, *named(more, "n"), *named(still_more, "z")]}
    gone = [vacancy_id for vacancy_id in there if chance.random() < 0.2]
    matcher.remove(gone)
    left = [vacancy for vacancy_id, vacancy in there.items() if vacancy_id not in gone]
    expected = by_reference(matcher, left, seekers, 10)
    assert by_engine(matcher, seekers, 10) == expected
    with TemporaryDirectory() as folder:
        matcher.save(Path(folder))
        opened = OpeningMatcher(as_of=as_of)
        opened.open(Path(folder), lambda ids: [there[each] for each in ids])
        assert by_engine(opened, seekers, 10) == expected
        assert opened.rank(seekers[0]) == matcher.rank(seekers[0])


@varied
@given(boards(12), boards(6))
def test_openings_are_recalled_as_they_were_read_from_the_ads(
    board: list[Vacancy], more: list[Vacancy]
) -> None:
    matcher = OpeningMatcher(as_of=TODAY).fit(board).add(named(more, "n"))
    with TemporaryDirectory() as folder:
        matcher.save(Path(folder))
        opened = OpeningMatcher(as_of=TODAY).open(Path(folder), lambda _ids: [])
        for each in (matcher, opened):
            for vacancy in [*board, *named(more, "n")]:
                same_as_read(each, vacancy)


def same_as_read(matcher: OpeningMatcher, vacancy: Vacancy) -> None:
    recalled = matcher.engine_.recall(vacancy.id)
    read = matcher.engine_.interpreter.reader.read([vacancy])
    assert recalled is not None
    assert recalled.headlines == read.headlines
    assert recalled.facts.tolist() == read.facts.tolist()
    for one, other in ((recalled.texts, read.texts), (recalled.skills, read.skills)):
        assert one.starts.tolist() == other.starts.tolist()
        assert one.keys.tolist() == other.keys.tolist()
        assert one.values.tolist() == other.values.tolist()
        assert one.values.dtype == other.values.dtype


def test_openings_of_the_second_block_of_a_county_are_recalled_too() -> None:
    twins = [
        a_vacancy(id=f"{at:05}", headline=f"Kock {at}", municipality="0180")
        for at in range(LARGEST + 10)
    ]
    matcher = OpeningMatcher(as_of=TODAY).fit(twins)
    same_as_read(matcher, twins[5])
    same_as_read(matcher, twins[-1])
    assert matcher.engine_.recall("not there") is None


@varied
@given(boards(12), people, st.randoms())
def test_no_order_of_openings_or_of_seekers_changes_anything(
    board: list[Vacancy], seekers: list[Seeker], chance: Any
) -> None:
    shuffled = chance.sample(board, len(board))
    ranked = by_engine(OpeningMatcher(as_of=TODAY).fit(board), seekers, 10)
    backwards = by_engine(OpeningMatcher(as_of=TODAY).fit(shuffled), seekers[::-1], 10)
    assert backwards[::-1] == ranked


@varied
@given(boards(8), seekers, boards(4))
def test_openings_that_are_added_change_neither_score_nor_order_of_the_others(
    board: list[Vacancy], seeker: Seeker, more: list[Vacancy]
) -> None:
    matcher = OpeningMatcher(as_of=TODAY).fit(board)
    [before] = by_engine(matcher, [seeker], 100)
    [after] = by_engine(matcher.add(named(more, "n")), [seeker], 100)
    assert [pair for pair in after if not pair[0].startswith("n")] == before


@varied
@given(boards(8), seekers)
def test_an_opening_changed_is_the_old_one_gone_and_a_new_one_come(
    board: list[Vacancy], seeker: Seeker
) -> None:
    matcher = OpeningMatcher(as_of=TODAY).fit(board)
    closed = [replace(vacancy, is_open=False) for vacancy in board]
    matcher.remove([vacancy.id for vacancy in board]).add(closed)
    assert by_engine(matcher, [seeker], 10) == [[]]
    matcher.remove([vacancy.id for vacancy in board]).add(board)
    assert by_engine(matcher, [seeker], 10) == by_reference(matcher, board, [seeker], 10)


def test_a_county_of_many_blocks_is_ranked_as_a_whole() -> None:
    twins = [a_vacancy(id=f"{at:05}", municipality="0180") for at in range(LARGEST + 10)]
    last = replace(twins[-1], headline="Kock", occupation="5120")
    matcher = OpeningMatcher(as_of=TODAY).fit([*twins[:-1], last])
    [ranked] = by_engine(matcher, [a_seeker(wishes=("kock",))], 3)
    assert [vacancy_id for vacancy_id, _score in ranked] == [last.id, "00000", "00001"]


def test_an_opening_that_has_gone_is_not_there_any_more() -> None:
    matcher = OpeningMatcher().fit([a_vacancy(id="a"), a_vacancy(id="b")]).remove(["a"])
    assert ("a" in matcher, "b" in matcher) == (False, True)
    with pytest.raises(KeyError):
        matcher.remove(["a"])
    with pytest.raises(KeyError):
        matcher.explain(a_seeker(), "a")
    assert [match.vacancy_id for match in matcher.add([a_vacancy(id="a")]).rank(a_seeker())] == [
        "a",
        "b",
    ]


def test_an_opening_cannot_be_added_twice() -> None:
    with pytest.raises(ValueError, match="'a'"):
        OpeningMatcher().fit([a_vacancy(id="a")]).add([a_vacancy(id="a")])


def test_an_index_of_another_kind_is_not_opened(tmp_path: Path) -> None:
    OpeningMatcher().fit([a_vacancy()]).save(tmp_path)
    saved, about = arrays.read(tmp_path)
    arrays.write(tmp_path / "old", saved, {**about, "format": 0})
    with pytest.raises(storing.UnreadableIndexError):
        OpeningMatcher().open(tmp_path / "old", lambda _ids: [])


def test_an_opened_index_is_shared_and_never_written(tmp_path: Path) -> None:
    OpeningMatcher().fit([a_vacancy()]).save(tmp_path)
    [held] = OpeningMatcher().open(tmp_path, lambda _ids: []).engine_.held
    assert not any(array.flags.writeable for array in held.segment)


def test_no_seekers_and_no_places_are_empty_answers() -> None:
    matcher = OpeningMatcher().fit([a_vacancy()])
    assert matcher.rank_many([]).rows.shape == (0, 20)
    assert matcher.rank_many([a_seeker()], limit=0).rows.shape == (1, 0)
    assert matcher.rank(a_seeker(), limit=0) == []


@varied
@given(st.lists(boards(4), max_size=6), seekers, st.randoms())
def test_openings_that_come_a_few_at_a_time_are_kept_in_few_parts(
    batches: list[list[Vacancy]], seeker: Seeker, chance: Any
) -> None:
    matcher, there = OpeningMatcher(as_of=TODAY).fit([]), dict[str, Vacancy]()
    for letter, batch in zip("abcdef", batches, strict=False):
        come = named(batch, letter)
        matcher.add(come)
        there |= {vacancy.id: vacancy for vacancy in come}
        for vacancy_id in [each for each in there if chance.random() < 0.1]:
            matcher.remove([vacancy_id])
            del there[vacancy_id]
    assert len(matcher.engine_.held) <= 4
    expected = by_reference(matcher, list(there.values()), [seeker], 10)
    assert by_engine(matcher, [seeker], 10) == expected


def test_all_that_is_compiled_is_compiled_by_warming_and_once(tmp_path: Path) -> None:
    matcher = OpeningMatcher(as_of=TODAY).fit([a_vacancy(id="a"), a_vacancy(id="b")]).warm()
    warmed = compiled_signatures()
    matcher.save(tmp_path)
    opened = OpeningMatcher(as_of=TODAY).open(tmp_path, lambda ids: [a_vacancy(id=ids[0])]).warm()
    for each in (matcher, opened):
        each.add([a_vacancy(id="c", headline="Kock", text="Truckkort\nHLR")]).remove(["a"])
        by_engine(each, [a_seeker(wishes=("kock",)), a_seeker(id="y02")], 3, threads=2)
    assert compiled_signatures() == warmed
    assert set(map(len, warmed.values())) == {1}


def compiled_signatures() -> dict[str, list[Any]]:
    """List for each function that Python calls compiled what kinds of arguments it is for."""
    functions: list[Any] = [
        kernel.rank,
        cutting.most_pieces,
        cutting.cut,
        cutting.replaced,
        phrases_in_many._found,
        strings._places,
    ]
    return {each.__name__: list(each.signatures) for each in functions}
