"""Files of records: whatever the shape, every readable record comes out, and nothing stops it."""

import gzip
import json
import tracemalloc
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path
from typing import Any

import pytest

from foundation.records import BadRecord, Record, Unreadable, read_records

FIRST, SECOND = {"id": "1", "title": "Kock på Ön"}, {"id": "2", "pay": 25.5}
PAGE = {"version": "1", "next_url": None, "items": [FIRST, SECOND]}
SHAPES: dict[str, str] = {
    "lines": f"{json.dumps(FIRST)}\n{json.dumps(SECOND)}\n",
    "lines with a blank one, of Windows": f"{json.dumps(FIRST)}\r\n\r\n{json.dumps(SECOND)}",
    "a list": json.dumps([FIRST, SECOND]),
    "a list over several lines": json.dumps([FIRST, SECOND], indent=2, ensure_ascii=False),
    "a page": json.dumps(PAGE),
    "a page over several lines": json.dumps(PAGE, indent=2),
    "two pages, one a line": "\n".join(json.dumps({"hits": [each]}) for each in (FIRST, SECOND)),
    "two objects over several lines": "\n".join(json.dumps(e, indent=1) for e in (FIRST, SECOND)),
}

Write = Callable[[bytes | str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Puts content in a file whose name tells nothing."""

    def written(content: bytes | str) -> Path:
        path = tmp_path / "file"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def contents(path: Path) -> list[dict[str, Any]]:
    rows = list(read_records(path))
    assert not [row for row in rows if isinstance(row, BadRecord)]
    return [row.content for row in rows if isinstance(row, Record)]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_records(write: Write, shape: str) -> None:
    assert contents(write(SHAPES[shape])) == [FIRST, SECOND]


@pytest.mark.parametrize("shape", SHAPES)
def test_gzip_and_a_byte_order_mark_are_seen_by_content(write: Write, shape: str) -> None:
    marked = b"\xef\xbb\xbf" + SHAPES[shape].encode()
    assert contents(write(marked)) == [FIRST, SECOND]
    assert contents(write(gzip.compress(marked))) == [FIRST, SECOND]


@pytest.mark.parametrize("text", [json.dumps(FIRST), json.dumps(FIRST, indent=4)])
def test_a_single_object_is_one_record(write: Write, text: str) -> None:
    assert contents(write(text)) == [FIRST]


@pytest.mark.parametrize("text", ["", "\n \n", "[]", '{"items": []}'])
def test_a_file_with_nothing_in_it_has_no_records(write: Write, text: str) -> None:
    assert contents(write(text)) == []


def test_an_object_with_a_list_deeper_down_is_no_page(write: Write) -> None:
    ad = {"id": "1", "more": {"items": [{"id": "not an ad"}]}}
    assert contents(write(json.dumps(ad))) == [ad]
    assert contents(write(json.dumps(ad, indent=1))) == [ad]


BROKEN = ['{"id": "1", "tit', "nothing", "3", '{"id": NaN}', '{"id": ' + "9" * 5000]
BROKEN_LATER = ["[1, 2]", "[" * 5000, '{"id": "\x00"}']


@pytest.mark.parametrize(
    ("broken", "place"),
    [*product(BROKEN, (1, 2, 3)), *product(BROKEN_LATER, (2, 3))],
)
def test_a_broken_line_is_told_of_and_reading_goes_on(
    write: Write, broken: str, place: int
) -> None:
    lines = [json.dumps(FIRST), json.dumps(SECOND)]
    lines.insert(place - 1, broken)
    rows = list(read_records(write("\n".join(lines))))
    assert [row.number for row in rows if isinstance(row, BadRecord)] == [place]
    assert [row.content for row in rows if isinstance(row, Record)] == [FIRST, SECOND]


def test_a_line_that_is_no_utf8_is_told_of(write: Write) -> None:
    rows = list(read_records(write(b'{"id": "\xff"}\n{"id": "2"}')))
    assert rows == [BadRecord(1, "Raden är inte giltig JSON."), Record(2, {"id": "2"})]


def test_a_line_that_is_longer_than_any_ad_is_passed_over(write: Write) -> None:
    long = json.dumps({"id": "1", "text": "x" * 9_000_000})
    rows = list(read_records(write(f"{json.dumps(FIRST)}\n{long}\n{json.dumps(SECOND)}")))
    assert rows[1] == BadRecord(2, "Raden är längre än 8 MB.")
    assert rows[2] == Record(3, SECOND)


@pytest.mark.parametrize("end", ['{"id', "oops", '{"id": "\x01"}', "[" * 50_000])
def test_a_list_that_breaks_off_keeps_what_came_before(write: Write, end: str) -> None:
    rows = list(read_records(write(f"[{json.dumps(FIRST)}, {end}")))
    assert rows == [Record(1, FIRST), BadRecord(2, "Filen är trasig eller avbruten här.")]


def test_something_else_than_an_object_in_a_list_is_told_of(write: Write) -> None:
    rows = list(read_records(write('[{"id": "1"}, "x", null, {"id": "2"}]')))
    assert [row.number for row in rows if isinstance(row, BadRecord)] == [2, 3]
    assert rows[3] == Record(4, {"id": "2"})


def test_a_download_that_was_cut_gives_what_had_arrived(write: Write) -> None:
    lines = "".join(f'{{"id": "{number * 7919 % 10007}"}}\n' for number in range(10_000))
    whole = gzip.compress(lines.encode())
    rows = list(read_records(write(whole[: len(whole) // 2])))
    assert len(rows) > 1000
    assert isinstance(rows[-1], BadRecord)
    assert all(isinstance(row, Record) for row in rows[:-1])


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x00\x00", b"\x1f\x8b nonsense"])
def test_a_file_that_holds_no_text_is_unreadable(write: Write, content: bytes) -> None:
    with pytest.raises(Unreadable, match="file"):
        list(read_records(write(content)))


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"missing\.json"):
        list(read_records(tmp_path / "missing.json"))
    with pytest.raises(Unreadable):
        list(read_records(tmp_path))


def test_every_byte_of_the_file_is_counted(write: Write) -> None:
    path = write(gzip.compress(SHAPES["lines"].encode() * 1000))
    seen: list[int] = []
    assert sum(1 for _row in read_records(path, on_bytes=seen.append)) == 2000
    assert sum(seen) == path.stat().st_size


@pytest.mark.parametrize("shape", ["lines", "list", "page"])
def test_a_large_file_is_never_held_in_memory(write: Write, shape: str) -> None:
    ad = json.dumps({"id": "1", "text": "Vi söker dig. " * 500})
    count = 3000
    text = {
        "lines": "\n".join([ad] * count),
        "list": f"[{','.join([ad] * count)}]",
        "page": f'{{"items": [{",".join([ad] * count)}]}}',
    }[shape]
    path = write(text)
    rows = read_records(path)
    assert len(list(islice(rows, 100))) == 100
    tracemalloc.start()
    assert sum(1 for _row in rows) == count - 100
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000 < len(text) / 10
