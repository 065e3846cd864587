"""What a caseworker writes down about a youth, apart from who, when and in which team."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from youths.models import Experience, LanguageSkill, Youth


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthFacts:
    """The content of a youth's record; every field has the name of its column.

    `None` means that nobody has asked yet, an empty tuple that the answer was "none".
    """

    alias: str
    registered_on: date
    born: int | None = None
    protected_identity: bool = False
    target_groups: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    skills: tuple[str, ...] | None = None
    about: str = ""
    education_level: str | None = None
    experience: tuple[Experience, ...] | None = None
    languages: tuple[LanguageSkill, ...] | None = None
    driving_licences: tuple[str, ...] | None = None
    own_car: bool | None = None
    authorised_occupations: tuple[str, ...] | None = None
    home_municipality: str | None = None
    max_commute_km: int | None = None
    counties: tuple[str, ...] = ()
    countries: tuple[str, ...] = ("SE",)
    available_from: date | None = None

    @classmethod
    def of(cls, youth: Youth) -> Self:
        """What is written about `youth` now."""
        return cls(**{each.name: _tupled(getattr(youth, each.name)) for each in fields(cls)})

    def changed_from(self, other: Self) -> list[str]:
        """The names of the fields in which two sets of facts differ."""
        return [
            each.name
            for each in fields(self)
            if getattr(self, each.name) != getattr(other, each.name)
        ]

    def columns(self) -> dict[str, Any]:
        """The facts as a youth's columns hold them."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}


def _tupled(value: Any) -> Any:
    """A value that cannot be changed in place."""
    return tuple(value) if isinstance(value, list) else value
