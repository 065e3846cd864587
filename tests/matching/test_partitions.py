"""Many processes rank as one does, whether of this machine or of a Dask cluster."""

import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from distributed import Client, get_task_stream

from benchmarks import worlds
from matching import partitions
from matching.engine.storing import UnreadableIndexError
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.partitions import SCHEDULER, MissingPackageError, Part, Ranking, rank_in_parts
from matching.weights import DEFAULT_WEIGHTS
from tests.matching.making import a_seeker, a_vacancy

LIMIT = 8
IN_A_PART = 20


class Saved(NamedTuple):
    """An index in a folder, and what one process finds in it."""

    path: Path
    seekers: list[Seeker]
    expected: list[Ranking]


@pytest.fixture(autouse=True)
def _small_parts_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SCHEDULER, raising=False)
    monkeypatch.setattr(partitions, "IN_A_PART", IN_A_PART)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """A small world whose youths make five parts and a bit, and are not in order."""
    path = tmp_path_factory.mktemp("index")
    seekers = worlds.youths(5 * IN_A_PART + 7)[::-1]
    matcher = OpeningMatcher(as_of=worlds.TODAY).fit(worlds.openings(400))
    matcher.remove([matcher.best(seekers[:1], 1)[0][0][0]]).add([a_vacancy(id="new")])
    matcher.save(path)
    return Saved(path, seekers, matcher.best(seekers, LIMIT))


def in_parts(saved: Saved, jobs: int = 2) -> list[Ranking]:
    return rank_in_parts(saved.path, saved.seekers, as_of=worlds.TODAY, limit=LIMIT, jobs=jobs)


def test_two_processes_find_what_one_finds(saved: Saved) -> None:
    assert sum(map(len, saved.expected)) > len(saved.seekers)
    assert in_parts(saved) == saved.expected
    assert json.dumps(in_parts(saved, jobs=1)) == json.dumps(saved.expected)


def test_both_workers_of_a_named_cluster_together_find_what_one_process_finds(
    saved: Saved, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SCHEDULER, cluster)
    with Client(cluster) as watching, get_task_stream(watching) as stream:
        assert in_parts(saved) == saved.expected
    assert len({task["worker"] for task in stream.data}) == 2


def test_a_cluster_that_does_not_find_the_index_says_so(
    tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SCHEDULER, cluster)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        rank_in_parts(tmp_path / "nowhere", [a_seeker()])


def test_an_index_written_anew_at_the_same_path_is_opened_anew(tmp_path: Path) -> None:
    for name in ("old", "new"):
        OpeningMatcher().fit([a_vacancy(id=name)]).save(tmp_path)
        [[(found, _score)]] = rank_in_parts(tmp_path, [a_seeker()], jobs=1)
        assert found == name


def test_nobody_to_rank_is_an_empty_answer(saved: Saved) -> None:
    assert rank_in_parts(saved.path, [], jobs=2) == []


def test_an_index_that_cannot_be_read_is_refused(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        rank_in_parts(tmp_path / "nowhere", [a_seeker()], jobs=1)
    contents = saved.path / "contents.json"
    (tmp_path / contents.name).write_text(contents.read_text().replace('"format": ', '"format": 9'))
    (tmp_path / "numbers.bin").symlink_to(saved.path / "numbers.bin")
    with pytest.raises(UnreadableIndexError):
        rank_in_parts(tmp_path, [a_seeker()], jobs=1)


def test_a_cluster_without_its_package_is_refused_by_name(
    saved: Saved, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SCHEDULER, "tcp://127.0.0.1:8786")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingPackageError, match="pip install distributed"):
        in_parts(saved)


def test_the_log_of_a_worker_names_nobody() -> None:
    part = Part(Path("index"), [a_seeker(about="Min häst heter Blixt")], DEFAULT_WEIGHTS, None, 1)
    assert "Blixt" not in repr(part)
