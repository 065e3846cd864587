"""Makers of invented ads in the formats of Platsbanken and NAV; every part can be overridden."""

from typing import Any

from foundation.records import Record, Row


def concept(label: str | None, legacy: str | None = None) -> dict[str, Any]:
    """A concept of JobTech's taxonomy."""
    return {"concept_id": "aBcD_123_eFg", "label": label, "legacy_ams_taxonomy_id": legacy}


def jobtech_ad(**parts: Any) -> dict[str, Any]:
    """A whole ad from Platsbanken."""
    ad: dict[str, Any] = {
        "id": "29000001",
        "webpage_url": "https://example.org/annonser/29000001",
        "headline": "Kock till Strandköket",
        "description": {"text": "Du lagar lunch.\r\n\r\nVi har roligt på jobbet.", "needs": None},
        "employer": {"name": "Strandköket AB", "workplace": "Köket", "organization_number": "55"},
        "employment_type": concept("Vanlig anställning", "1"),
        "duration": concept("Tills vidare", "1"),
        "working_hours_type": concept("Heltid", "1"),
        "scope_of_work": {"min": 75, "max": 100},
        "occupation": concept("Kock, à la carte", "5000"),
        "occupation_group": concept("Kockar och kallskänkor", "5120"),
        "occupation_field": concept("Hotell, restaurang, storhushåll", "13"),
        "workplace_address": {
            "municipality": "Söderhamn",
            "municipality_code": "2182",
            "region": "Gävleborgs län",
            "region_code": "21",
            "country": "Sverige",
            "country_code": "199",
            "street_address": "Kajen 1",
        },
        "must_have": {"skills": [], "languages": [], "work_experiences": [], "education_level": []},
        "nice_to_have": {"skills": [], "languages": [], "work_experiences": []},
        "driving_license_required": False,
        "driving_license": None,
        "experience_required": True,
        "number_of_vacancies": 2,
        "publication_date": "2026-11-02T08:00:00",
        "application_deadline": "2026-12-01T23:59:59",
        "last_publication_date": "2026-12-05T23:59:59",
        "removed": False,
        "removed_date": None,
    }
    return ad | parts


def nav_content(**parts: Any) -> dict[str, Any]:
    """What stands in `ad_content` of a feed entry, and by itself in older dumps."""
    content: dict[str, Any] = {
        "uuid": "5f4c1f6e-0000-4000-8000-000000000001",
        "published": "2026-11-02T07:00:00Z",
        "expires": "2026-12-24T22:59:59Z",
        "updated": "2026-11-03T10:15:00.123456Z",
        "workLocations": [
            {
                "country": "NORGE",
                "address": "Bryggen 5",
                "city": "VESTBY",
                "postalCode": "1540",
                "county": "VIKEN",
                "municipal": "VESTBY",
            }
        ],
        "title": "Kokk, 100 % fast stilling",
        "description": "<p>Du lager <b>middag</b> &amp; dessert.</p><ul><li>Fast</li></ul>",
        "applicationDue": "2026-12-01T00:00:00",
        "occupationCategories": [{"level1": "Reiseliv og mat", "level2": "Kokk"}],
        "categoryList": [{"categoryType": "STYRK08", "code": "5120", "name": "Kokker"}],
        "jobtitle": "Kokk",
        "link": "https://example.org/stillinger/1",
        "employer": {"name": "Fjordkjøkken AS", "orgnr": "999999999"},
        "engagementtype": "Fast",
        "extent": "Heltid",
        "starttime": "15.01.2027",
        "positioncount": "3",
    }
    return content | parts


def nav_entry(status: str = "ACTIVE", **parts: Any) -> dict[str, Any]:
    """An entry of NAV's feed; an inactive one has lost its content."""
    content = nav_content()
    entry = {
        "uuid": content["uuid"],
        "ad_content": content if status == "ACTIVE" else None,
        "sistEndret": "2026-11-03T10:15:01.000001Z",
        "status": status,
    }
    return entry | parts


def nav_item(status: str = "ACTIVE", **parts: Any) -> dict[str, Any]:
    """An item of a page of NAV's feed: a header without the ad."""
    header = {
        "uuid": "5f4c1f6e-0000-4000-8000-000000000001",
        "status": status,
        "title": "Kokk, 100 % fast stilling",
        "businessName": "Fjordkjøkken AS",
        "municipal": "VESTBY",
        "sistEndret": "2026-11-03T10:15:01.000001Z",
    }
    item = {
        "id": "0a0a0a0a-0000-4000-8000-00000000000a",
        "url": "/api/v1/feedentry/5f4c1f6e-0000-4000-8000-000000000001",
        "title": "Kokk, 100 % fast stilling",
        "content_text": "",
        "date_modified": "2026-11-03T10:15:01.000001Z",
    }
    return item | parts | {"_feed_entry": header | parts.get("_feed_entry", {})}


def rows(*contents: dict[str, Any]) -> list[Row]:
    """Records as a file gives them, numbered from 1."""
    return [Record(number, content) for number, content in enumerate(contents, start=1)]
