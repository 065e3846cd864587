"""Ads from NAV: entries, items of a page and bare ads, active and taken down."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from openings.models import OpeningKind, Source
from openings.sources.base import Ad, Content, Removal, RowRefused
from openings.sources.nav import parse
from tests.openings.ads import nav_content, nav_entry, nav_item

UUID = "5f4c1f6e-0000-4000-8000-000000000001"
CHANGED = datetime(2026, 11, 3, 10, 15, 1, 1, tzinfo=UTC)


def ad_of(content: Content) -> Ad:
    said = parse(content)
    assert isinstance(said, Ad)
    return said


def bare(**parts: Any) -> Ad:
    return ad_of(nav_content(**parts))


def located(**parts: Any) -> Ad:
    return bare(workLocations=[{"country": "NORGE"} | parts])


def test_an_entry_is_read_whole() -> None:
    assert ad_of(nav_entry()) == Ad(
        source=Source.NAV,
        source_id=UUID,
        source_url="https://example.org/stillinger/1",
        source_updated_at=CHANGED,
        published_at=datetime(2026, 11, 2, 7, tzinfo=UTC),
        headline="Kokk, 100 % fast stilling",
        description="Du lager middag & dessert.\n\nFast",
        employer_name="Fjordkjøkken AS",
        employer_number="999999999",
        kind=OpeningKind.JOB,
        occupation="5120",
        occupation_title="Kokk",
        country="NO",
        municipality="3216",
        county="32",
        street_address="Bryggen 5",
        number_of_vacancies=3,
        starts_on=date(2027, 1, 15),
        application_deadline=date(2026, 12, 1),
        scope_min=100,
        scope_max=100,
        working_hours="Heltid",
        employment_type="permanent",
    )


def test_an_ad_without_the_wrapper_says_the_same_but_for_its_version() -> None:
    alone, wrapped = ad_of(nav_content()), ad_of(nav_entry())
    assert alone.source_updated_at == datetime(2026, 11, 3, 10, 15, 0, 123456, tzinfo=UTC)
    assert alone.description == wrapped.description
    assert alone.source_id == wrapped.source_id


@pytest.mark.parametrize("inactive", [nav_entry("INACTIVE"), nav_item("INACTIVE")])
def test_an_inactive_ad_is_taken_down_although_it_has_no_content(inactive: Content) -> None:
    assert parse(inactive) == Removal(source=Source.NAV, source_id=UUID, removed_at=CHANGED)


def test_an_inactive_ad_is_taken_down_even_if_it_still_has_content() -> None:
    assert isinstance(parse(nav_entry(status="INACTIVE", ad_content=nav_content())), Removal)


def test_an_item_of_a_page_is_a_header() -> None:
    header = ad_of(nav_item())
    assert header.is_header
    assert (header.source_id, header.source_updated_at) == (UUID, CHANGED)
    assert (header.headline, header.employer_name) == (
        "Kokk, 100 % fast stilling",
        "Fjordkjøkken AS",
    )
    assert (header.municipality, header.occupation, header.occupation_guessed) == (
        "3216",
        "5120",
        True,
    )


def test_an_item_that_brings_the_ad_along_is_no_header() -> None:
    assert not ad_of(nav_item(ad_content=nav_content())).is_header


@pytest.mark.parametrize(
    "content",
    [
        nav_entry(ad_content=None),
        nav_entry(ad_content="text"),
        nav_content(title=None),
        nav_content(uuid=None),
        {"_feed_entry": {"uuid": "1", "status": "ACTIVE"}},
    ],
)
def test_an_ad_without_content_headline_or_id_is_refused(content: Content) -> None:
    with pytest.raises(RowRefused, match="Annonsen saknar"):
        parse(content)


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ({"municipal": "NES", "county": "VIKEN", "city": "ÅRNES"}, ("3228", "32")),
        ({"municipal": "RØYKEN", "municipalCode": "0627", "county": "BUSKERUD"}, ("3203", "32")),
        ({"municipal": "BERGEN", "county": "HORDALAND"}, ("4601", "46")),
        ({"municipal": "BALSFJORD", "county": "TROMS OG FINNMARK"}, ("5532", "55")),
        ({"municipal": "ÅRDAL", "county": "SOGN OG FJORDANE"}, ("4643", "46")),
        ({"municipal": None, "county": "OSLO"}, ("0301", "03")),
        ({"municipal": None, "county": "VIKEN"}, (None, None)),
        ({"municipal": "JAN MAYEN", "municipalCode": "2211", "county": "JAN MAYEN"}, (None, None)),
        ({"raw": "Neumanns gate 2a, 5011 Bergen, Hjemmekontor ikke mulig"}, ("4601", "46")),
        ({}, (None, None)),
    ],
)
def test_a_county_of_another_year_is_found_through_the_municipality(
    location: dict[str, Any], place: tuple[str | None, str | None]
) -> None:
    ad = located(**location)
    assert (ad.country, ad.municipality, ad.county) == ("NO", *place)


def test_the_first_norwegian_workplace_counts() -> None:
    places = [
        {"country": "SVERIGE", "municipal": "STRÖMSTAD"},
        {"country": "NORGE", "municipal": "OSLO"},
    ]
    assert bare(workLocations=places).municipality == "0301"
    assert bare(workLocations=places[:1]).country == "SE"
    assert bare(workLocations=[{"country": "TSJEKKIA"}]).country == "CZ"


@pytest.mark.parametrize(
    ("written", "read"), [("2", 2), ("10 stk", 10), ("", 1), (None, 1), (4, 4)]
)
def test_the_number_of_positions_is_text(written: Any, read: int) -> None:
    assert bare(positioncount=written).number_of_vacancies == read


@pytest.mark.parametrize(
    ("due", "deadline"),
    [
        ("2026-12-03T01:00", date(2026, 12, 3)),
        ("13.12.2026", date(2026, 12, 13)),
        ("29. november 2026", date(2026, 11, 29)),
        ("2026-12-01T22:59:59Z", date(2026, 12, 1)),
        ("Snarest", date(2026, 12, 24)),
        ("31.02.2026", date(2026, 12, 24)),
        (None, date(2026, 12, 24)),
    ],
)
def test_a_deadline_in_words_leaves_the_day_on_which_the_ad_expires(
    due: str | None, deadline: date
) -> None:
    assert bare(applicationDue=due).application_deadline == deadline


@pytest.mark.parametrize(
    ("engagement", "extent", "employment", "scope"),
    [
        ("Fast, deltid 70%", None, "permanent", (70, 70)),
        ("Fast, heltid 100% og deltid 50%", "", "permanent", (50, 100)),
        ("Vikariat", "Heltid", "substitute", (100, 100)),
        ("Sesong", "Deltid", "seasonal", (None, None)),
        ("Annet", None, None, (None, None)),
    ],
)
def test_the_engagement_tells_form_and_scope(
    engagement: str, extent: str | None, employment: str | None, scope: tuple[int, int]
) -> None:
    ad = bare(engagementtype=engagement, extent=extent)
    assert ad.employment_type == employment
    assert (ad.scope_min, ad.scope_max) == scope


@pytest.mark.parametrize(
    ("title", "engagement", "kind"),
    [
        ("Sommervikar som sykepleier?", "Vikariat", OpeningKind.SUMMER_JOB),
        ("Kokk", "Feriejobb", OpeningKind.SUMMER_JOB),
        ("Lærlingplass som elektriker", "Lærling", OpeningKind.APPRENTICESHIP),
        ("Praksisplass på lager", "Annet", OpeningKind.WORK_PLACEMENT),
        ("Selger", "Fast", OpeningKind.JOB),
    ],
)
def test_the_kind_shows_in_title_or_engagement(
    title: str, engagement: str, kind: OpeningKind
) -> None:
    assert bare(title=title, engagementtype=engagement).kind is kind


def test_the_code_that_nav_is_surest_of_is_used() -> None:
    codes = [
        {
            "categoryType": "STYRK08NAV",
            "code": "5223.01",
            "name": "Butikkmedarbeider",
            "score": 0.2,
        },
        {"categoryType": "STYRK08NAV", "code": "7411.11", "name": "Elmontør", "score": 0.9},
        {
            "categoryType": "ESCO",
            "code": "http://data.europa.eu/esco/1",
            "name": "kokk",
            "score": 1,
        },
    ]
    ad = bare(categoryList=codes, jobtitle=None)
    assert (ad.occupation, ad.occupation_guessed) == ("7411", False)


def test_a_code_that_stands_for_several_groups_is_settled_by_the_title() -> None:
    codes = [{"categoryType": "STYRK08", "code": "2512", "name": "Programvareutviklere"}]
    assert bare(categoryList=codes, jobtitle="Systemutvikler").occupation == "2512"


@pytest.mark.parametrize(
    ("title", "category", "group"),
    [
        ("Barnehagelærer", "Barnehage", "2343"),
        ("Er du vår nye kollega?", "Kokk", "5120"),
        ("Er du vår nye kollega?", "Baker og konditor", "7612"),
    ],
)
def test_without_a_code_title_and_category_give_a_marked_guess(
    title: str, category: str, group: str
) -> None:
    ad = bare(
        title=title,
        jobtitle=None,
        categoryList=None,
        occupationCategories=[{"level1": "Annet", "level2": category}],
    )
    assert (ad.occupation, ad.occupation_guessed) == (group, True)


def test_a_title_and_a_category_that_tell_nothing_give_no_guess() -> None:
    ad = bare(
        title="Vil du bli med oss?", jobtitle="", categoryList=[], occupationCategories="Annet"
    )
    assert (ad.occupation, ad.occupation_guessed) == (None, False)


def test_people_are_left_out() -> None:
    text = "Du lager mat.<br>Kontaktperson: Kari Nordmann, tlf. 912 34 567<br>kari@example.org"
    ad = bare(description=text, contactList=[{"name": "Kari Nordmann", "phone": "91234567"}])
    assert ad.description == "Du lager mat."
    assert "Kari" not in f"{ad}"
