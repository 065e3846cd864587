"""Organisation numbers of Sweden and Norway, however people write them.

A Swedish number has ten digits and a check digit (Luhn), and its third digit is at least 2.
Below that it is a person's number: a sole trader is registered under it, and it is personal data
that must not be kept. A Norwegian number has nine digits (modulo 11) and is never a person's.
"""

from dataclasses import dataclass
from re import fullmatch, sub

from stdnum.exceptions import ValidationError
from stdnum.no import orgnr as norwegian
from stdnum.se import orgnr as swedish

from foundation.errors import Refused
from foundation.translating import lazy_

COUNTRIES = ("SE", "NO")


class NotANumber(Refused):
    """The digits are too few, too many or do not agree with their check digit."""

    message = lazy_("Organisationsnumret stämmer inte. Kontrollera siffrorna.")


class PersonalNumber(Refused):
    """The number is a person's, and is not kept."""

    message = lazy_(
        "Det här är ett personnummer. Vi sparar inga personnummer, så har du enskild firma "
        "får du kontakta teamet i din kommun. De hjälper dig att komma igång."
    )


@dataclass(frozen=True, slots=True)
class OrganizationNumber:
    """A checked number: `digits` are ten for SE and nine for NO."""

    country: str
    digits: str

    def __str__(self) -> str:
        """As people write it: 556677-8899, or 987 654 321."""
        if self.country == "SE":
            return f"{self.digits[:6]}-{self.digits[6:]}"
        return f"{self.digits[:3]} {self.digits[3:6]} {self.digits[6:]}"


def read(text: str, country: str) -> OrganizationNumber:
    """Read a number with or without spaces, dashes, century (16) and the VAT forms around it.

    Raises NotANumber, or PersonalNumber for a Swedish number that is a person's.
    """
    if country not in COUNTRIES:
        raise ValueError(f"no organisation numbers are known for {country!r}")
    bare = sub(r"[\s.\-–]", "", text).upper()
    return _swedish(bare) if country == "SE" else _norwegian(bare)


def of(country: str, digits: str | None) -> OrganizationNumber | None:
    """The number of an employer as it is kept; a unit may have none."""
    return OrganizationNumber(country, digits) if digits else None


def _swedish(bare: str) -> OrganizationNumber:
    if fullmatch(r"(19|20)\d{10}", bare):
        raise PersonalNumber
    found = fullmatch(r"SE(\d{10})01|SE(\d{10})|16(\d{10})|(\d{10})", bare)
    if found is None:
        raise NotANumber
    digits = next(part for part in found.groups() if part)
    if digits[2] < "2":
        raise PersonalNumber
    return _checked("SE", digits)


def _norwegian(bare: str) -> OrganizationNumber:
    found = fullmatch(r"(?:NO)?(\d{9})(?:MVA)?", bare)
    if found is None:
        raise NotANumber
    return _checked("NO", found[1])


def _checked(country: str, digits: str) -> OrganizationNumber:
    try:
        {"SE": swedish, "NO": norwegian}[country].validate(digits)
    except ValidationError as error:
        raise NotANumber from error
    return OrganizationNumber(country, digits)
