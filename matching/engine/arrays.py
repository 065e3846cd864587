"""Arrays in one file, read by mapping it into memory: no copy, and shared by all processes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

CONTENTS, NUMBERS = "contents.json", "numbers.bin"
ALIGNED = 64


def write(folder: Path, arrays: Mapping[str, NDArray[Any]], about: Mapping[str, Any]) -> None:
    """Write named arrays, and some words about them, into a folder that need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    places: dict[str, Any] = {}
    with (folder / NUMBERS).open("wb") as file:
        for name, array in arrays.items():
            file.write(bytes(-file.tell() % ALIGNED))
            places[name] = [array.dtype.str, array.shape, file.tell()]
            file.write(np.ascontiguousarray(array).tobytes())
    contents = json.dumps({"about": about, "arrays": places})
    (folder / CONTENTS).write_text(contents, encoding="utf-8")


def read(folder: Path) -> tuple[Arrays, dict[str, Any]]:
    """Return the arrays, read-only, and the words about them."""
    contents = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
    file = folder / NUMBERS
    whole = np.memmap(file, mode="r") if file.stat().st_size else np.empty(0, dtype=np.uint8)
    plain = whole.view(np.ndarray)
    arrays = {}
    for name, (kind, shape, at) in contents["arrays"].items():
        size = np.dtype(kind).itemsize * int(np.prod(shape))
        arrays[name] = plain[at : at + size].view(kind).reshape(shape)
    return arrays, contents["about"]
