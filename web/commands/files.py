"""What commands that read files share: a progress bar, and rows told of by their number."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from foundation.translating import _

Problem = tuple[int, str]


@contextmanager
def progress(paths: Sequence[Path]) -> Iterator[Callable[[int], None]]:
    """Show how much of the files is read; the block gets what to tell the bytes to."""
    size = sum(path.stat().st_size for path in paths if path.is_file())
    with click.progressbar(length=size, label=_("Läser"), file=sys.stderr) as bar:
        yield bar.update


def complain(name: str, problems: Sequence[Problem], *, total: int) -> None:
    """Tell of refused rows on the error stream: number and reason, and how many more there are."""
    for number, why in problems:
        click.echo(
            _("%(name)s, rad %(number)d: %(why)s", name=name, number=number, why=why), err=True
        )
    if total > len(problems):
        more = total - len(problems)
        click.echo(_("%(name)s: … och %(more)d rader till.", name=name, more=more), err=True)
