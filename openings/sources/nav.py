"""Ads from NAV: entries of the feed, items of a feed page, and ads without the wrapper."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from foundation.translating import _
from openings.contacts import without_contacts, without_people
from openings.models import Source
from openings.sources import codes, guessing, values
from openings.sources.base import Ad, Content, Removal, RowRefused, Statement
from openings.sources.guessing import Occupied
from openings.sources.placing import Placed, placed
from openings.sources.values import nested, part, parts

ZONE = ZoneInfo("Europe/Oslo")
MOST_VACANCIES = 500
STYRK = frozenset({"STYRK08", "STYRK08NAV"})
_POSTAL_TOWN = re.compile(r"\b\d{4}\s+([^\d,]+)")


def parse(content: Content, *, is_followed: bool = False) -> Statement:
    """What one row of NAV's feed says. Raises RowRefused for what cannot be an opening.

    An inactive ad comes without content and must be taken down, so that is looked at first.
    Where the entry behind an item `is_followed`, no occupation is guessed for the item itself.
    """
    header = nested(content, "_feed_entry")
    entry = header or content
    source_id = next(filter(None, _ids(content, header)), "")
    if not source_id:
        raise RowRefused(_("Annonsen saknar id."))
    changed_at = values.moment(part(entry, "sistEndret"), ZONE)
    status = _line(entry, "status") or _line(content, "status")
    if status and status.upper() != "ACTIVE":
        return Removal(source=Source.NAV, source_id=source_id, removed_at=changed_at)
    if ad := nested(content, "ad_content"):
        return _ad(ad, source_id, changed_at)
    if header:
        occupied = None if is_followed else guessing.by_styrk08((), [_title(content, header)])
        return _header(content, header, source_id, changed_at, occupied or Occupied())
    if "ad_content" in content:
        raise RowRefused(_("Annonsen saknar innehåll."))
    return _ad(content, source_id, changed_at)


def _ids(content: Content, header: Content) -> list[str]:
    """Where an ad's id may stand, the surest place first; a feed item's own id is its last."""
    places = (
        part(header, "uuid"),
        content.get("uuid"),
        part(content, "ad_content", "uuid"),
        content.get("id"),
    )
    return [values.identity(each) for each in places]


def _ad(ad: Content, source_id: str, changed_at: datetime | None) -> Ad:
    headline, engagement = _headline(ad, "title"), _line(ad, "engagementtype")
    location = _location(ad)
    country = codes.country(_line(location, "country"), else_="NO")
    place, occupied = _place(location, country), _occupation(ad, headline)
    published_at = values.moment(ad.get("published"), ZONE)
    scope = codes.percentages(engagement, _line(ad, "extent"))
    vacancies = values.count(ad.get("positioncount"), least=0, most=MOST_VACANCIES)
    return Ad(
        source=Source.NAV,
        source_id=source_id,
        source_url=_line(ad, "link") or _line(ad, "sourceurl") or None,
        source_updated_at=changed_at or values.moment(ad.get("updated"), ZONE) or published_at,
        published_at=published_at,
        headline=headline,
        description=without_contacts(values.text(ad.get("description"))),
        employer_name=_line(ad, "employer", "name"),
        employer_number=codes.organization_number(_line(ad, "employer", "orgnr"), "NO"),
        kind=codes.opening_kind(headline, _line(ad, "jobtitle"), engagement),
        occupation=occupied.group,
        occupation_title=occupied.title,
        occupation_guessed=occupied.is_guess,
        country=country,
        municipality=place.municipality,
        county=place.county,
        street_address=_line(location, "address") or None,
        number_of_vacancies=1 if vacancies is None else vacancies,
        starts_on=values.day(ad.get("starttime"), ZONE),
        application_deadline=values.day(ad.get("applicationDue"), ZONE)
        or values.day(ad.get("expires"), ZONE),
        scope_min=scope and scope[0],
        scope_max=scope and scope[1],
        working_hours=_line(ad, "extent"),
        employment_type=codes.employment_type(engagement),
    )


def _title(content: Content, header: Content) -> str:
    return _headline(header, "title") if header.get("title") else _headline(content, "title")


def _header(
    content: Content,
    header: Content,
    source_id: str,
    changed_at: datetime | None,
    occupied: Occupied,
) -> Ad:
    """The little that an item of a feed page tells; the entry itself tells the rest later."""
    headline = _title(content, header)
    place = placed("NO", municipality=_line(header, "municipal"))
    return Ad(
        source=Source.NAV,
        source_id=source_id,
        source_updated_at=changed_at,
        headline=headline,
        description=without_contacts(values.text(content.get("content_text"))),
        employer_name=_line(header, "businessName"),
        kind=codes.opening_kind(headline),
        occupation=occupied.group,
        occupation_guessed=occupied.is_guess,
        country="NO",
        municipality=place.municipality,
        county=place.county,
        is_header=True,
    )


def _line(content: Content, *names: str) -> str:
    return values.line(part(content, *names))


def _headline(content: Content, name: str) -> str:
    headline = without_people(_line(content, name))
    if not headline:
        raise RowRefused(_("Annonsen saknar rubrik."))
    return headline


def _location(ad: Content) -> Content:
    """The first workplace in Norway, or the first at all."""
    locations = parts(ad.get("workLocations"))
    norwegian = (
        each for each in locations if codes.country(_line(each, "country"), else_="NO") == "NO"
    )
    return next(norwegian, locations[0] if locations else {})


def _place(location: Content, country: str) -> Placed:
    """Where a workplace is; an address in one piece names its town after the postal code."""
    town = _POSTAL_TOWN.search(_line(location, "raw"))
    return placed(
        country,
        code=_line(location, "municipalCode"),
        municipality=_line(location, "municipal"),
        city=_line(location, "city") or (town[1] if town else ""),
        county=_line(location, "county"),
    )


def _occupation(ad: Content, headline: str) -> Occupied:
    """By STYRK-08 code, the one that NAV finds surest first; else by titles and categories."""
    found = sorted(parts(ad.get("categoryList")), key=_score, reverse=True)
    by_kind = [(_line(each, "categoryType").upper() in STYRK, each) for each in found]
    styrk = [each for is_styrk, each in by_kind if is_styrk]
    named = [_line(each, "name") for is_styrk, each in by_kind if not is_styrk]
    titles = [_line(ad, "jobtitle"), *named, *(_line(each, "name") for each in styrk), headline]
    categories = parts(ad.get("occupationCategories"))
    return guessing.by_styrk08(
        [_line(each, "code") for each in styrk],
        titles,
        category=_line(categories[0], "level2") if categories else "",
    )


def _score(category: Content) -> float:
    score = category.get("score")
    return float(score) if isinstance(score, int | float) and abs(score) < 1e9 else 0.0
