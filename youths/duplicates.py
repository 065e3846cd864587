"""One person is one youth: rows that are likely the same, by name, year of birth and sound.

What is likely is shown to a coordinator, who judges; nothing is merged by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from sqlmodel import Session, col

from accounts.apart import Two
from accounts.models import User
from youths import queries
from youths.apart import judging
from youths.models import Youth
from youths.phonetics import sounds_of

ALIKE = 88.0
"""Names this alike are shown; `token_sort_ratio` of rapidfuzz, 0 to 100."""


class Sign(StrEnum):
    """What speaks for two being one."""

    SAME_NAME = "same_name"
    ALIKE_NAME = "alike_name"
    SOUNDS_ALIKE = "sounds_alike"
    SAME_YEAR = "same_year"


@dataclass(frozen=True, slots=True)
class Person:
    """What two are compared by; `sounds` is counted once."""

    alias: str
    born: int | None
    sounds: tuple[str, ...]

    @classmethod
    def called(cls, alias: str, born: int | None) -> "Person":
        """Somebody of this name, born in this year if it is known."""
        return cls(" ".join(alias.casefold().split()), born, sounds_of(alias))

    @property
    def tells_sound(self) -> bool:
        """Whether there is more to hear than an initial, which many share."""
        return any(len(sound) > 1 for sound in self.sounds)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two youths that are likely one, with what speaks for it."""

    first: Youth
    second: Youth
    signs: tuple[Sign, ...]


def signs_of(one: Person, other: Person) -> tuple[Sign, ...]:
    """What speaks for two being the same person; nothing where too little does.

    Two known years that differ speak against it. A name that only looks or sounds alike is not
    enough where a year is not known.
    """
    has_year = one.born is not None and one.born == other.born
    if not has_year and one.born is not None and other.born is not None:
        return ()
    is_same = one.alias == other.alias
    signs = (
        (Sign.SAME_NAME, is_same),
        (Sign.ALIKE_NAME, not is_same and fuzz.token_sort_ratio(one.alias, other.alias) >= ALIKE),
        (Sign.SOUNDS_ALIKE, not is_same and one.tells_sound and one.sounds == other.sounds),
    )
    found = [sign for sign, holds in signs if holds]
    if not found or not (has_year or is_same):
        return ()
    return (*found, Sign.SAME_YEAR) if has_year else tuple(found)


def alike(person: Person, among: Sequence[tuple[Person, Youth]]) -> list[Youth]:
    """Those among some youths who are likely this person."""
    return [youth for other, youth in among if signs_of(person, other)]


def persons(youths: Sequence[Youth]) -> list[tuple[Person, Youth]]:
    """Youths with what they are compared by."""
    return [(Person.called(youth.alias, youth.born), youth) for youth in youths]


def likely_pairs(session: Session, user: User) -> list[Pair]:
    """Youths of one's teams that are likely the same, those with the most signs first.

    Two who have been judged not to be the same are left out. Two questions, and a comparison of
    those who may be of one year: youths are sorted by year, and only those of the same one, or of
    none, meet.
    """
    rows = queries.visible_to(user).order_by(col(Youth.alias), col(Youth.id))
    by_group: dict[object, list[tuple[Person, Youth]]] = {}
    unknown: list[tuple[Person, Youth]] = []
    for each in persons(session.exec(rows).all()):
        if each[0].born is None:
            unknown.append(each)
        by_group.setdefault((each[1].team_id, each[0].born), []).append(each)
    found = [pair for group in by_group.values() for pair in _pairs(group)]
    by_name: dict[object, list[tuple[Person, Youth]]] = {}
    for group in by_group.values():
        for each in group:
            by_name.setdefault((each[1].team_id, each[0].alias), []).append(each)
    for person, youth in unknown:
        for other, namesake in by_name[youth.team_id, person.alias]:
            if other.born is not None:
                found.append(Pair(youth, namesake, signs_of(person, other)))
    judged = judging.pairs(session)
    asked = (pair for pair in found if Two.of(pair.first, pair.second) not in judged)
    return sorted(asked, key=lambda pair: (-len(pair.signs), pair.first.alias, str(pair.first.id)))


def _pairs(group: Sequence[tuple[Person, Youth]]) -> list[Pair]:
    return [
        Pair(youth, namesake, signs)
        for number, (person, youth) in enumerate(group)
        for other, namesake in group[number + 1 :]
        if (signs := signs_of(person, other))
    ]
