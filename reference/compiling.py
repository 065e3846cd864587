"""Functions compiled to machine code once, and kept on disk for the next process.

numba keeps them beside the source, or in `NUMBA_CACHE_DIR`. No fast mathematics: the numbers are
whole, and must be the same everywhere.
"""

from collections.abc import Callable
from typing import TypeVar, cast

import numba

Compiled = TypeVar("Compiled", bound=Callable[..., object])


def compiled(function: Compiled) -> Compiled:
    """Compile a function that runs beside others, without the interpreter's lock."""
    return cast(Compiled, numba.njit(nogil=True, cache=True)(function))


def inlined(function: Compiled) -> Compiled:
    """Compile a small function as a part of those that call it, which compiles sooner."""
    return cast(Compiled, numba.njit(nogil=True, inline="always")(function))
