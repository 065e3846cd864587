"""What forecasts say of occupations, taken in from tables such as Arbetsförmedlingen's.

The columns are those of Yrkesbarometern as it is published for the whole country: one row for each
of its occupations and each SSYK 2012 group that the occupation covers.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from re import fullmatch

from sqlmodel import Session, col, select

from foundation.errors import Refused
from foundation.sheets import SheetRow
from foundation.translating import _, lazy_
from jobtracks.models import Level, Shortage, Situation
from reference import occupations

SOURCE = "Yrkesbarometern"
MOST_ROWS = 50_000
GOOD_FOR = timedelta(days=365)

SITUATIONS = {
    "brist": Situation.SHORTAGE,
    "paradox": Situation.PARADOX,
    "balans": Situation.BALANCE,
    "överskott": Situation.SURPLUS,
}
CHANCES = {"små": Level.LOW, "medelstora": Level.MIDDLE, "stora": Level.HIGH}
OUTLOOKS = {"minska": Level.LOW, "vara oförändrad": Level.MIDDLE, "öka": Level.HIGH}
OCCUPATION, TITLE, SITUATION = "ssyk_code_2012", "yb_yrke", "rekryteringssituation"
ROUND = "omgang"


class NotAForecast(Refused):
    """The table has other columns."""

    message = lazy_(
        "Filen behöver kolumnerna ssyk_code_2012, yb_yrke, rekryteringssituation och omgang."
    )


class RoundWithoutDate(Refused):
    """The round's name does not tell when it is from."""

    message = lazy_("Omgången säger inte från vilken dag den är. Ange dagen med --date.")


@dataclass(slots=True)
class Summary:
    """What an import did, in counts, and each row that was refused with why."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[tuple[int, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        return self.new + self.changed + self.unchanged + len(self.problems)


Key = tuple[str, str, str, str, str]


def import_rows(
    session: Session,
    rows: Sequence[SheetRow],
    *,
    source: str = SOURCE,
    region: str = "",
    published_on: date | None = None,
    now: datetime,
) -> Summary:
    """Take in a table; one that comes again changes nothing.

    `region` is a county's code, empty for the whole country. Without `published_on` a round such
    as 2026-1 is from the first day of its half-year. Raises NotAForecast or RoundWithoutDate.
    """
    if not {OCCUPATION, TITLE, SITUATION, ROUND} <= rows[0].cells.keys():
        raise NotAForecast
    summary, known = Summary(), _known(session, source, region)
    for row in rows:
        found = _read(row, source, region, published_on, now)
        if isinstance(found, str):
            summary.problems.append((row.number, found))
            continue
        before = known.get(_key(found))
        if before is None:
            session.add(found)
            known[_key(found)] = found
            summary.new += 1
        elif _take_over(before, found):
            summary.changed += 1
        else:
            summary.unchanged += 1
    session.flush()
    return summary


def first_day(round_: str) -> date:
    """The first day of the half-year that a round names. Raises RoundWithoutDate."""
    named = fullmatch(r"(\d{4})-([12])", round_)
    if named is None:
        raise RoundWithoutDate
    return date(int(named[1]), 1 if named[2] == "1" else 7, 1)


def is_old(shortage: Shortage, today: date) -> bool:
    """Whether the forecast is from more than a year ago."""
    return today - shortage.published_on > GOOD_FOR


def about(session: Session, groups: Collection[str]) -> list[Shortage]:
    """What forecasts say of these groups, the newest round first."""
    rows = select(Shortage).where(col(Shortage.occupation).in_(groups))
    newest = rows.order_by(
        col(Shortage.published_on).desc(),
        col(Shortage.region),
        col(Shortage.occupation),
        col(Shortage.title),
        col(Shortage.id),
    )
    return list(session.exec(newest))


def newer_than(session: Session, shortage: Shortage) -> Shortage | None:
    """What a later round of the same source says of the same occupation there."""
    rows = select(Shortage).where(
        col(Shortage.source) == shortage.source,
        col(Shortage.occupation) == shortage.occupation,
        col(Shortage.region) == shortage.region,
        col(Shortage.published_on) > shortage.published_on,
    )
    same_title_first = col(Shortage.title) != shortage.title
    order = (col(Shortage.published_on).desc(), same_title_first, col(Shortage.id))
    return session.exec(rows.order_by(*order).limit(1)).first()


def _known(session: Session, source: str, region: str) -> dict[Key, Shortage]:
    rows = select(Shortage).where(col(Shortage.source) == source, col(Shortage.region) == region)
    return {_key(each): each for each in session.exec(rows)}


def _key(each: Shortage) -> Key:
    return (each.source, each.round, each.region, each.occupation, each.title)


def _read(
    row: SheetRow, source: str, region: str, published_on: date | None, now: datetime
) -> Shortage | str:
    """The row as a forecast, or why it is none."""
    cells = row.cells
    if not occupations.group(cells[OCCUPATION]):
        return _("Yrkesgruppen %(code)s finns inte i SSYK 2012.", code=cells[OCCUPATION])
    situation = SITUATIONS.get(cells[SITUATION].casefold())
    if situation is None:
        return _("Läget ”%(word)s” är inget vi känner till.", word=cells[SITUATION])
    return Shortage(
        source=source,
        round=cells[ROUND],
        region=region,
        occupation=cells[OCCUPATION],
        title=cells[TITLE],
        situation=situation,
        chances=CHANCES.get(cells.get("jobbmojligheter", "").casefold()),
        outlook=OUTLOOKS.get(cells.get("prognos_5ar", "").casefold()),
        published_on=published_on or first_day(cells[ROUND]),
        imported_at=now,
    )


def _take_over(before: Shortage, found: Shortage) -> bool:
    """Let a known forecast say what the table says now; tells whether that is anything else."""
    names: Iterable[str] = ("situation", "chances", "outlook", "published_on")
    changed = [name for name in names if getattr(before, name) != getattr(found, name)]
    for name in changed:
        setattr(before, name, getattr(found, name))
    if changed:
        before.imported_at = found.imported_at
    return bool(changed)
