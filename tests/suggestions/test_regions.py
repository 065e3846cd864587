"""Near home, elsewhere in Sweden, in Norway: seen from a youth in Söderhamn."""

from typing import Any

import pytest
from sqlmodel import Session

from suggestions.regions import Region, distance_km, region_of
from tests.factories import make_opening, make_youth

HUDIKSVALL: dict[str, Any] = {"municipality": "2184", "county": "21"}
GOTHENBURG: dict[str, Any] = {"municipality": "1480", "county": "14"}
TRONDHEIM: dict[str, Any] = {"country": "NO", "municipality": "5001", "county": "50"}


@pytest.mark.parametrize(
    ("youth", "opening", "region"),
    [
        ({}, HUDIKSVALL, Region.NEAR),
        ({"max_commute_km": 20}, HUDIKSVALL, Region.SWEDEN),
        ({"max_commute_km": None}, HUDIKSVALL, Region.NEAR),
        ({}, GOTHENBURG, Region.SWEDEN),
        ({"max_commute_km": 2000}, TRONDHEIM, Region.NORWAY),
        ({}, {"municipality": None, "county": "21"}, Region.NEAR),
        ({}, {"municipality": None, "county": "14"}, Region.SWEDEN),
        ({"home_municipality": None, "counties": ["21"]}, HUDIKSVALL, Region.NEAR),
        ({"home_municipality": None}, HUDIKSVALL, Region.SWEDEN),
    ],
)
def test_an_opening_lies_in_one_region(
    session: Session, youth: dict[str, Any], opening: dict[str, Any], region: Region
) -> None:
    assert region_of(make_youth(session, **youth), make_opening(session, **opening)) is region


def test_the_distance_is_known_where_both_places_are(session: Session) -> None:
    youth = make_youth(session)
    at_home = make_opening(session)
    away = make_opening(session, **HUDIKSVALL)
    nowhere = make_opening(session, municipality=None)

    assert distance_km(youth, at_home) == 0
    assert distance_km(youth, away) == pytest.approx(47, abs=4)
    assert distance_km(youth, nowhere) is None
