"""Ads from Platsbanken: what they say, and what becomes of what they leave out."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from openings.models import LanguageNeed, Merits, Needs, OpeningKind, Source
from openings.sources.base import Ad, Removal, RowRefused
from openings.sources.jobtech import parse
from tests.openings.ads import concept, jobtech_ad


def ad_of(**parts: Any) -> Ad:
    said = parse(jobtech_ad(**parts))
    assert isinstance(said, Ad)
    return said


def test_a_whole_ad_is_read() -> None:
    assert ad_of() == Ad(
        source=Source.JOBTECH,
        source_id="29000001",
        source_url="https://example.org/annonser/29000001",
        source_updated_at=datetime(2026, 11, 2, 7, tzinfo=UTC),
        published_at=datetime(2026, 11, 2, 7, tzinfo=UTC),
        headline="Kock till Strandköket",
        description="Du lagar lunch.\n\nVi har roligt på jobbet.",
        employer_name="Strandköket AB",
        kind=OpeningKind.JOB,
        occupation="5120",
        occupation_title="Kock, à la carte",
        country="SE",
        municipality="2182",
        county="21",
        street_address="Kajen 1",
        number_of_vacancies=2,
        application_deadline=date(2026, 12, 1),
        scope_min=75,
        scope_max=100,
        working_hours="Heltid",
        employment_type="permanent",
        experience_required=True,
    )


def test_times_without_a_zone_are_swedish_in_summer_and_winter() -> None:
    assert ad_of(publication_date="2026-07-01T00:30:00").published_at == datetime(
        2026, 6, 30, 22, 30, tzinfo=UTC
    )
    assert ad_of(publication_date="2026-12-01T00:30:00").published_at == datetime(
        2026, 11, 30, 23, 30, tzinfo=UTC
    )


def test_the_version_is_the_stamp_in_milliseconds_where_there_is_one() -> None:
    assert ad_of(timestamp=1_793_620_800_000).source_updated_at == datetime(
        2026, 11, 2, 12, tzinfo=UTC
    )


@pytest.mark.parametrize("number", [29000001, "29000001"])
def test_an_id_is_text_however_it_came(number: Any) -> None:
    assert ad_of(id=number).source_id == "29000001"


def test_a_sparse_removal_says_only_that_the_ad_is_gone() -> None:
    said = parse({"id": 29000001, "removed": True, "removed_date": "2026-11-20T10:00:00"})
    assert said == Removal(
        source=Source.JOBTECH,
        source_id="29000001",
        removed_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    )


def test_a_removal_with_all_its_content_is_a_removal_too() -> None:
    assert isinstance(parse(jobtech_ad(removed=True)), Removal)


@pytest.mark.parametrize(
    "parts", [{"headline": None}, {"headline": " \n"}, {"id": None}, {"id": {}}]
)
def test_an_ad_without_headline_or_id_is_refused_with_a_reason(parts: dict[str, Any]) -> None:
    with pytest.raises(RowRefused, match="Annonsen saknar"):
        parse(jobtech_ad(**parts))


def test_needs_are_read_from_both_lists() -> None:
    must = {
        "skills": [concept("Svetsning"), concept("Svetsning"), concept(None)],
        "languages": [concept("Svenska"), concept("Persiska (Farsi)"), concept("Urspråket")],
        "education_level": [concept("Gymnasial utbildning")],
    }
    nice = {
        "skills": [concept("Truckkort")],
        "languages": [concept("Engelska")],
        "work_experiences": [concept("Lagerarbetare")],
    }
    ad = ad_of(must_have=must, nice_to_have=nice)
    assert ad.must_have == Needs(
        skills=("Svetsning", "Urspråket"),
        languages=(LanguageNeed(language="sv"), LanguageNeed(language="fa")),
    )
    assert ad.nice_to_have == Merits(
        skills=("Truckkort",), languages=(LanguageNeed(language="en"),), experience=True
    )
    assert ad.education_level == "upper_secondary"


@pytest.mark.parametrize(
    ("labels", "required", "must", "nice"),
    [
        (["B"], True, ("B",), ()),
        (["Utökad B", "CE"], True, ("B96", "CE"), ()),
        (["C1"], False, (), ("C1",)),
        ([], True, ("B",), ()),
        ([], False, (), ()),
        (["Körkort för rymdskepp"], False, (), ()),
    ],
)
def test_licences_are_demanded_or_useful(
    labels: list[str], required: bool, must: tuple[str, ...], nice: tuple[str, ...]
) -> None:
    listed = [concept(label) for label in labels]
    ad = ad_of(driving_license=listed, driving_license_required=required)
    assert ad.must_have.driving_licences == must
    assert ad.nice_to_have.driving_licences == nice


@pytest.mark.parametrize(
    ("headline", "employment", "kind"),
    [
        ("Kock", concept("Sommarjobb / feriejobb", "2"), OpeningKind.SUMMER_JOB),
        ("Feriejobb i hemtjänsten", concept("Vanlig anställning"), OpeningKind.SUMMER_JOB),
        ("Sommarvikarie sökes", concept(None), OpeningKind.SUMMER_JOB),
        ("Praktikant till lager", concept(None), OpeningKind.WORK_PLACEMENT),
        ("Lärling till snickeri", concept(None), OpeningKind.APPRENTICESHIP),
        ("Servitör till sommarrestaurang", concept(None), OpeningKind.JOB),
        ("Praktisk hjälp i köket", concept(None), OpeningKind.JOB),
    ],
)
def test_the_kind_shows_in_the_headline_or_the_employment(
    headline: str, employment: dict[str, Any], kind: OpeningKind
) -> None:
    assert ad_of(headline=headline, employment_type=employment).kind is kind


def test_a_region_that_contradicts_the_municipality_is_not_believed() -> None:
    address = {"municipality": "Eskilstuna", "municipality_code": "0484", "region_code": "19"}
    ad = ad_of(workplace_address=address)
    assert (ad.municipality, ad.county) == ("0484", "04")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ({"city": "VISBY", "region": "Gotlands län", "country": "Sverige"}, ("0980", "09")),
        ({"city": "Solna", "region": "Gotlands län"}, ("0980", "09")),
        ({"city": "hudiksvall", "region": "Gävleborgs län"}, ("2184", "21")),
        ({"region": "Gävleborgs län"}, (None, "21")),
        ({"municipality": "Göteborg"}, ("1480", "14")),
        ({"municipality": None, "region": "Ospecificerad arbetsort"}, (None, None)),
        ({}, (None, None)),
        (None, (None, None)),
    ],
)
def test_a_place_is_found_from_what_an_older_ad_tells(
    address: Any, place: tuple[str | None, str | None]
) -> None:
    ad = ad_of(workplace_address=address)
    assert (ad.country, ad.municipality, ad.county) == ("SE", *place)


def test_an_ad_abroad_keeps_its_country_and_no_swedish_place() -> None:
    ad = ad_of(workplace_address={"country": "Danmark", "region": "Gävleborgs län"})
    assert (ad.country, ad.municipality, ad.county) == ("DK", None, None)


def test_an_occupation_without_a_code_is_guessed_from_its_title_and_marked() -> None:
    ad = ad_of(occupation_group=None, occupation=concept("Servitör/Servitris"))
    assert (ad.occupation, ad.occupation_guessed) == ("5131", True)
    ad = ad_of(occupation_group=None, occupation=None, headline="Undersköterska till hemtjänsten")
    assert (ad.occupation, ad.occupation_guessed, ad.occupation_title) == ("5321", True, None)


def test_a_headline_that_tells_nothing_gives_no_guess() -> None:
    ad = ad_of(occupation_group=None, occupation=None, headline="Vill du bli en av oss?")
    assert (ad.occupation, ad.occupation_guessed) == (None, False)


def test_an_unknown_code_counts_as_none() -> None:
    ad = ad_of(occupation_group=concept("Något nytt", "9999"))
    assert (ad.occupation, ad.occupation_guessed) == ("5120", True)


@pytest.mark.parametrize(("written", "read"), [("3", 3), (0, 0), (None, 1), (10**12, 1), (-2, 1)])
def test_a_strange_number_of_vacancies_is_one(written: Any, read: int) -> None:
    assert ad_of(number_of_vacancies=written).number_of_vacancies == read


def test_an_ad_with_almost_nothing_in_it_is_still_an_ad() -> None:
    ad = parse({"id": "1", "headline": "Java developer", "description": {"text": None}})
    assert isinstance(ad, Ad)
    assert (ad.description, ad.employer_name, ad.published_at) == ("", "", None)


def test_sections_stand_in_for_an_empty_text() -> None:
    description = {"text": "", "needs": "Du kan laga mat.", "conditions": "Heltid"}
    assert ad_of(description=description).description == "Du kan laga mat.\n\nHeltid"


def test_people_are_left_out() -> None:
    text = "Du lagar mat.\nKontakt: Anna Andersson, kökschef\n070-123 45 67"
    ad = ad_of(
        headline="Kock, mejla anna@example.org",
        description={"text": text},
        application_contacts=[{"name": "Anna Andersson", "email": "anna@example.org"}],
    )
    assert ad.description == "Du lagar mat."
    assert "example.org" not in f"{ad.headline}"
    assert "Anna" not in f"{ad}"
