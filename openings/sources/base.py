"""What every source of advertisements gives: an ad, the news that one is gone, or a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any

from foundation.errors import Refused
from foundation.translating import _
from openings.models import Merits, Needs, OpeningKind, Reading, Source

Problem = tuple[int, str]
"""The number of a refused row, and why."""

Content = Mapping[str, Any]
"""One JSON object as it came; any part of it may be missing or of another type than agreed."""


class RowRefused(Refused):
    """A row that cannot become an opening; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ad:
    """An advertisement; every field but the last two has the name of its column in `Opening`.

    `source_updated_at` is the version. A header (an item of a feed page) tells that there is an
    ad and little of what it says, so it never replaces what is known.
    """

    source: Source
    source_id: str
    headline: str
    source_url: str | None = None
    source_updated_at: datetime | None = None
    published_at: datetime | None = None
    employer_name: str = ""
    employer_number: str | None = None
    kind: OpeningKind = OpeningKind.JOB
    description: str = ""
    occupation: str | None = None
    occupation_title: str | None = None
    occupation_guessed: bool = False
    country: str = "SE"
    municipality: str | None = None
    county: str | None = None
    street_address: str | None = None
    number_of_vacancies: int = 1
    starts_on: date | None = None
    application_deadline: date | None = None
    scope_min: int | None = None
    scope_max: int | None = None
    working_hours: str = ""
    employment_type: str | None = None
    must_have: Needs = field(default_factory=Needs)
    nice_to_have: Merits = field(default_factory=Merits)
    experience_required: bool | None = None
    experience_months: int | None = None
    education_level: str | None = None
    minimum_age: int | None = None
    readings: list[Reading] = field(default_factory=list)
    is_header: bool = False
    fingerprint: str | None = field(default=None, compare=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as its values: what dataclasses do by themselves takes ten times as long."""
        return _again, _VALUES(self)


_FIELDS = tuple(each.name for each in fields(Ad))
_VALUES = attrgetter(*_FIELDS)


def _again(*values: Any) -> Ad:
    return Ad(**dict(zip(_FIELDS, values, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """The news that an ad is taken down. It says nothing else, and so overwrites nothing else."""

    source: Source
    source_id: str
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The news that an ad is (now) of a place or an occupation that is not taken in here."""

    source: Source
    source_id: str
    source_updated_at: datetime | None = None

    @property
    def just_before(self) -> datetime | None:
        """A moment before this version, so that the version itself is news if it is let in."""
        version = self.source_updated_at
        return version - timedelta(microseconds=1) if version else None


Statement = Ad | Removal | Outside
"""What one row says about one ad."""


def recognise(content: Content) -> Source:
    """Tell from its keys which source a row comes from. Raises RowRefused for any other row."""
    if content.keys() & {"ad_content", "_feed_entry", "uuid"}:
        return Source.NAV
    if "id" in content and content.keys() & {"headline", "removed", "workplace_address"}:
        return Source.JOBTECH
    raise RowRefused(_("Raden liknar ingen annons från Platsbanken eller NAV."))
