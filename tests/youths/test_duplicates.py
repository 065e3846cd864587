"""Who is likely one person: told by name, year of birth and sound, and judged by a coordinator."""

import pytest
from sqlmodel import Session

from accounts.models import RoleName
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_team, make_user, make_youth
from youths.duplicates import Person, Sign, likely_pairs, signs_of


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        (("Wilma", 2005), ("wilma ", 2005), (Sign.SAME_NAME, Sign.SAME_YEAR)),
        (("Wilma", 2005), ("Vilma", 2005), (Sign.SOUNDS_ALIKE, Sign.SAME_YEAR)),
        (("Mohammed", 2005), ("Muhamad", 2005), (Sign.SOUNDS_ALIKE, Sign.SAME_YEAR)),
        (
            ("Sara Lindgren", 2005),
            ("Sara Lindgrem", 2005),
            (Sign.ALIKE_NAME, Sign.SAME_YEAR),
        ),
        (("Wilma", 2005), ("Wilma", None), (Sign.SAME_NAME,)),
        (("Wilma", 2005), ("Vilma", None), ()),
        (("Wilma", 2005), ("Wilma", 2004), ()),
        (("AB", 2005), ("CD", 2005), ()),
    ],
)
def test_signs(
    one: tuple[str, int | None], other: tuple[str, int | None], signs: tuple[Sign, ...]
) -> None:
    assert signs_of(Person.called(*one), Person.called(*other)) == signs


def test_pairs_are_found_within_ones_own_teams_in_as_many_queries_for_many(
    session: Session, count_queries: QueryCounter
) -> None:
    ove = make_user(session, RoleName.COORDINATOR)
    team = make_team(session, ove)
    sara = make_caseworker(session, team)
    first = make_youth(session, sara, alias="Vilma", born=2005)
    second = make_youth(session, sara, alias="Wilma", born=2005)
    third = make_youth(session, sara, alias="Wilma", born=None)
    make_youth(session, sara, alias="Wilma", born=1999, merged_into_id=first.id)
    make_youth(session, alias="Wilma", born=2005)
    for number in range(20):
        make_youth(session, sara, alias=f"{chr(65 + number)}{number}", born=2001)
    with count_queries() as queries:
        pairs = likely_pairs(session, ove)
    assert [(pair.first, pair.second) for pair in pairs] == [(first, second), (third, second)]
    assert len(queries) == 2
