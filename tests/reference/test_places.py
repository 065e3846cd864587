"""Municipalities and counties: codes, names of any year, and distances."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.places import (
    Municipality,
    counties,
    county,
    distance_km,
    find_municipality,
    municipalities,
    municipality,
    resolve_county,
)

SEAT_MAY_BE_OFF_KM = 15
RENUMBERED_IN_2024 = {"31", "32", "33", "39", "40", "55", "56"}
anywhere = st.sampled_from(municipalities())


def place(country: str, name: str) -> Municipality:
    found = find_municipality(country, name)
    assert found is not None
    return found


def test_both_countries_are_whole() -> None:
    assert [len(municipalities("SE")), len(municipalities("NO"))] == [290, 357]
    assert [len(counties("SE")), len(counties("NO"))] == [21, 15]
    assert len(municipalities()) == 647


def test_a_code_means_different_places_in_the_two_countries() -> None:
    assert municipality("SE", "1505") is None
    assert place("NO", "Kristiansund").code == "1505"


def test_a_municipality_lies_in_a_county_that_exists() -> None:
    assert all(county(each.country, each.county) for each in municipalities())


def test_a_municipality_is_known_by_its_code() -> None:
    found = municipality("SE", "2182")
    assert found is not None
    assert (found.name, found.county, found.seat) == ("Söderhamn", "21", "Söderhamn")


@pytest.mark.parametrize(
    ("former", "today"), [("3049", "3312"), ("5403", "5601"), ("0627", "3203"), ("1507", "1508")]
)
def test_a_former_number_leads_to_todays_municipality(former: str, today: str) -> None:
    found = municipality("NO", former)
    assert found is not None
    assert found.code == today


def test_a_divided_municipality_leads_nowhere_by_itself() -> None:
    assert municipality("NO", "1850") is None
    assert find_municipality("NO", "Tysfjord") is None


@pytest.mark.parametrize(
    ("country", "written", "code"),
    [
        ("SE", "söderhamn", "2182"),
        ("SE", "Söderhamns kommun", "2182"),
        ("SE", "GÖTEBORGS STAD", "1480"),
        ("SE", "Borås", "1490"),
        ("SE", "Region Gotland", "0980"),
        ("SE", "Åkersberga", "0117"),
        ("SE", "Sandarne", "2182"),
        ("NO", "VESTBY", "3216"),
        ("NO", "Kárášjohka - Karasjok", "5610"),
        ("NO", "Guovdageaidnu", "5612"),
        ("NO", "HERØY (MØRE OG ROMSDAL)", "1515"),
        ("NO", "KRISTIANSUND N", "1505"),
        ("NO", "Mo i Rana", "1833"),
        ("NO", "Stad", "4649"),
        ("NO", "RØYKEN", "3203"),
        ("NO", "Oppegård", "3207"),
        ("NO", "Bergen kommune", "4601"),
    ],
)
def test_a_name_is_found_as_people_write_it(country: str, written: str, code: str) -> None:
    assert place(country, written).code == code


@pytest.mark.parametrize(
    ("written", "county_name", "code"),
    [
        ("HERØY", "NORDLAND", "1818"),
        ("HERØY", "15", "1515"),
        ("NES", "VIKEN", "3228"),
        ("NES", "BUSKERUD", "3322"),
        ("Sande", "Vestfold", "3903"),
        ("Bø", "TELEMARK", "4020"),
        ("TJELDSUND", "NORDLAND", "5512"),
        ("VÅLER", "HEDMARK", "3419"),
    ],
)
def test_a_county_of_any_year_decides_between_namesakes(
    written: str, county_name: str, code: str
) -> None:
    found = find_municipality("NO", written, county_name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("written", ["HERØY", "VÅLER", "Sand", "", "   ", "Jan Mayen", "Atlantis"])
def test_an_unclear_name_leads_nowhere(written: str) -> None:
    assert find_municipality("NO", written) is None


def test_a_county_that_disagrees_is_not_overruled() -> None:
    assert find_municipality("SE", "Stockholm", "Gotlands län") is None


@pytest.mark.parametrize(
    ("county_name", "municipality_name", "code"),
    [
        ("VIKEN", "LIER", "33"),
        ("VIKEN", "FREDRIKSTAD", "31"),
        ("VIKEN", "NITTEDAL", "32"),
        ("TROMS OG FINNMARK", "ALTA", "56"),
        ("VESTFOLD OG TELEMARK", "SKIEN", "40"),
        ("HORDALAND", "FJELL", "46"),
        ("HORDALAND", None, "46"),
        ("SOGN OG FJORDANE", "ÅRDAL", "46"),
        ("SOGN OG FJORDANE", "HORNINDAL", "15"),
        ("OPPLAND", None, "34"),
        ("OPPLAND", "LUNNER", "32"),
        ("HEDMARK", None, "34"),
        ("ØSTFOLD", None, "31"),
        ("NORD-TRØNDELAG", "STEINKJER", "50"),
        ("VEST-AGDER", None, "42"),
        ("BUSKERUD", "RØYKEN", "32"),
        ("NORDLAND", "TJELDSUND", "55"),
        ("TROMS", "BALSFJORD", "55"),
        (None, "TRONDHEIM", "50"),
    ],
)
def test_an_older_county_becomes_todays(
    county_name: str | None, municipality_name: str | None, code: str
) -> None:
    found = resolve_county("NO", county_name, municipality_name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("divided", ["VIKEN", "VESTFOLD OG TELEMARK", "TROMS OG FINNMARK"])
def test_a_divided_county_is_unclear_without_a_municipality(divided: str) -> None:
    assert resolve_county("NO", divided) is None


@pytest.mark.parametrize("written", ["Gävleborgs län", "gävleborg", "GÄVLEBORGS LÄN", "21"])
def test_a_swedish_county_is_known_by_its_long_and_its_short_name(written: str) -> None:
    found = resolve_county("SE", written)
    assert found is not None
    assert (found.code, found.short_name) == ("21", "Gävleborg")


def test_distances_are_those_on_the_map() -> None:
    home = place("SE", "Söderhamn")
    assert distance_km(home, place("SE", "Hudiksvall")) == pytest.approx(47, abs=2)
    assert distance_km(home, place("SE", "Nyköping")) == pytest.approx(283, abs=5)
    assert distance_km(home, place("NO", "Trondheim")) == pytest.approx(410, abs=10)


@given(anywhere, anywhere, anywhere)
def test_distance_is_a_distance(a: Municipality, b: Municipality, c: Municipality) -> None:
    assert distance_km(a, a) == 0
    assert distance_km(a, b) == distance_km(b, a)
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6


@given(anywhere)
def test_every_place_is_in_its_own_country(where: Municipality) -> None:
    assert 55 < where.latitude < 71.5
    assert 4 < where.longitude < 31.5


def official(shared_data: Path, country: str) -> list[dict[str, str]]:
    path = shared_data / f"geo_{country.lower()}_municipalities.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_swedish_codes_and_names_are_official(shared_data: Path) -> None:
    theirs = {
        (row["municipality_code"], row["municipality"], row["county_code"], row["county"])
        for row in official(shared_data, "SE")
    }
    assert theirs == {(m.code, m.name, m.county, county_of(m)) for m in municipalities("SE")}


def test_norwegian_numbers_and_names_are_official(shared_data: Path) -> None:
    theirs = {
        (row["municipality_number"], row["municipality_no"], row["county_number"], row["county"])
        for row in official(shared_data, "NO")
    }
    assert theirs == {(m.code, m.name, m.county, county_of(m)) for m in municipalities("NO")}


def test_sami_names_and_numbers_of_2023_are_known(shared_data: Path) -> None:
    for row in official(shared_data, "NO"):
        known = find_municipality("NO", row["municipality_official"], row["county_number"])
        assert known == municipality("NO", row["municipality_number"])
        if row["county_number"] in RENUMBERED_IN_2024:
            assert municipality("NO", row["number_2023"]) == known


@pytest.mark.parametrize("country", ["SE", "NO"])
def test_nearly_all_seats_are_where_others_say(shared_data: Path, country: str) -> None:
    """Theirs are points on the sea or another town here and there, so not quite all."""
    code = "municipality_code" if country == "SE" else "municipality_number"
    theirs = {
        row[code]: Municipality(country, row[code], "", "", float(row["lat"]), float(row["lon"]))
        for row in official(shared_data, country)
    }
    far = [
        each.name
        for each in municipalities(country)
        if distance_km(each, theirs[each.code]) > SEAT_MAY_BE_OFF_KM
    ]
    assert len(far) <= 4, far


def county_of(each: Municipality) -> str:
    found = county(each.country, each.county)
    assert found is not None
    return found.name
