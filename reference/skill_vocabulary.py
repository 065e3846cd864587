"""The vocabulary of skills, as it is written down in `data/skills.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reference.labels import LANGUAGES, Labelled, Terms
from reference.tables import rows

SKILL_KINDS = Terms(
    ("general", "Personliga förmågor", "Personlige egenskaper", "Personal skills"),
    ("vocational", "Yrkeskunskaper", "Yrkeskunnskaper", "Vocational skills"),
    ("tool", "Program och verktyg", "Programmer og verktøy", "Software and tools"),
    ("certificate", "Intyg och behörigheter", "Kurs- og kompetansebevis", "Certificates"),
)


@dataclass(frozen=True, slots=True)
class Skill(Labelled):
    """A skill of the vocabulary.

    `kind` is a code of `SKILL_KINDS`; `others` are further names, spellings and phrases in the
    three languages; `alone` are those that mean the skill where they are all that is said
    ("Word", "kassa"), but mean too much else in a running text.
    """

    code: str
    kind: str
    label_sv: str
    label_nb: str
    label_en: str
    others: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that the skill is called, the labels first, each once."""
        labels = (self.label(language) for language in LANGUAGES)
        return tuple(dict.fromkeys((*labels, *self.others, *self.alone)))


def skills() -> tuple[Skill, ...]:
    """Return all skills: general ones first, then line of work by line of work."""
    return tuple(_by_code().values())


def skill(code: str) -> Skill | None:
    """Return the skill of a code, or `None` if there is none."""
    return _by_code().get(code)


@cache
def false_friends() -> tuple[str, ...]:
    """Return phrases that sound like a skill and are none: "i samarbete med"."""
    return tuple(row["phrase"] for row in rows("skills_false_friends.csv"))


@cache
def _by_code() -> Mapping[str, Skill]:
    return {
        row["code"]: Skill(
            code=row["code"],
            kind=row["kind"],
            label_sv=row["label_sv"],
            label_nb=row["label_nb"],
            label_en=row["label_en"],
            others=tuple(filter(None, row["others"].split(";"))),
            alone=tuple(filter(None, row["alone"].split(";"))),
        )
        for row in rows("skills.csv")
    }
