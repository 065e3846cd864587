"""One way to name a coded fact in the three languages that the product speaks."""

from collections.abc import Iterable
from dataclasses import dataclass

from reference.tables import rows

LANGUAGES = ("sv", "nb", "en")


class Labelled:
    """Something with a Swedish, a bokmål and an English label."""

    __slots__ = ()

    label_sv: str
    label_nb: str
    label_en: str

    def label(self, language: str = "sv") -> str:
        """Return the label in `sv`, `nb` or `en`; in any other language the Swedish one."""
        return {"nb": self.label_nb, "en": self.label_en}.get(language, self.label_sv)


@dataclass(frozen=True, slots=True)
class Term(Labelled):
    """A code of a closed list, and what people call it."""

    code: str
    label_sv: str
    label_nb: str
    label_en: str


class Terms(tuple[Term, ...]):
    """A closed list of terms in its meaningful order, lowest or most usual first."""

    __slots__ = ()

    def __new__(cls, *terms: tuple[str, str, str, str]) -> "Terms":
        """Make the list from (code, Swedish, bokmål, English)."""
        return super().__new__(cls, (Term(*term) for term in terms))

    @classmethod
    def read(cls, table: str) -> "Terms":
        """Read the list from a table with `code`, `label_sv`, `label_nb` and `label_en`."""
        return cls(
            *(
                (row["code"], row["label_sv"], row["label_nb"], row["label_en"])
                for row in rows(table)
            )
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(term.code for term in self)

    def get(self, code: str) -> Term | None:
        """Return the term of a code, or `None` if the list has no such code."""
        return next((term for term in self if term.code == code), None)

    def rank(self, code: str) -> int:
        """Return a code's place in the order, counted from 0; raise `ValueError` if unknown."""
        if code not in self.codes:
            raise ValueError(f"{code!r} is none of {', '.join(self.codes)}")
        return self.codes.index(code)

    def choices(self, language: str = "sv", *, only: Iterable[str] = ()) -> list[tuple[str, str]]:
        """List (code, label) for a form's select, in order; `only` narrows it to some codes."""
        wanted = set(only) or set(self.codes)
        return [(term.code, term.label(language)) for term in self if term.code in wanted]
