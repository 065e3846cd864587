"""Closed lists that openings and youths share: levels, licences, kinds, and their order."""

from collections.abc import Iterable
from functools import cache

from reference.labels import Terms

CEFR = Terms(
    ("A1", "A1 – enstaka ord", "A1 – enkelte ord", "A1 – single words"),
    ("A2", "A2 – enkla samtal", "A2 – enkle samtaler", "A2 – simple conversations"),
    ("B1", "B1 – klarar vardagen", "B1 – klarer hverdagen", "B1 – manages everyday life"),
    ("B2", "B2 – talar ledigt", "B2 – snakker ledig", "B2 – speaks with ease"),
    ("C1", "C1 – avancerat", "C1 – avansert", "C1 – advanced"),
    ("C2", "C2 – nästan som modersmål", "C2 – nesten som morsmål", "C2 – nearly native"),
    ("native", "Modersmål", "Morsmål", "Native language"),
)
"""Common European Framework of Reference for Languages (Council of Europe 2001), and native."""

EDUCATION = Terms(
    ("none", "Ingen avslutad skola", "Ingen fullført skole", "No completed schooling"),
    ("compulsory", "Grundskola", "Grunnskole", "Compulsory school"),
    ("upper_secondary", "Gymnasium", "Videregående skole", "Upper secondary school"),
    ("post_secondary", "Eftergymnasial utbildning", "Høyere utdanning", "Post-secondary education"),
)

OPENING_KINDS = Terms(
    ("work_placement", "Praktik", "Praksisplass", "Work placement"),
    ("job", "Jobb", "Jobb", "Job"),
    ("apprenticeship", "Lärlingsplats", "Læreplass", "Apprenticeship"),
    ("summer_job", "Sommarjobb", "Sommerjobb", "Summer job"),
)

EMPLOYMENT_TYPES = Terms(
    ("permanent", "Tillsvidareanställning", "Fast stilling", "Permanent"),
    ("probationary", "Provanställning", "Prøvetid", "Probationary"),
    ("fixed_term", "Tidsbegränsad anställning", "Engasjement", "Fixed-term"),
    ("substitute", "Vikariat", "Vikariat", "Substitute"),
    ("on_call", "Behovsanställning", "Tilkallingsvikar", "On call"),
    ("seasonal", "Säsongsanställning", "Sesongarbeid", "Seasonal"),
    ("trainee", "Trainee", "Trainee", "Trainee"),
    ("assignment", "Uppdrag", "Oppdrag", "Assignment"),
)

LICENCES = Terms(
    ("AM", "AM – moped", "AM – moped", "AM – moped"),
    ("A1", "A1 – lätt motorcykel", "A1 – lett motorsykkel", "A1 – light motorcycle"),
    ("A2", "A2 – mellanstor motorcykel", "A2 – mellomtung motorsykkel", "A2 – medium motorcycle"),
    ("A", "A – motorcykel", "A – tung motorsykkel", "A – motorcycle"),
    ("B", "B – personbil", "B – personbil", "B – car"),
    ("B96", "B96 – bil med större släp", "B96 – bil med større tilhenger", "B96 – larger trailer"),
    ("BE", "BE – bil med tungt släp", "BE – bil med tung tilhenger", "BE – heavy trailer"),
    ("C1", "C1 – medeltung lastbil", "C1 – lett lastebil", "C1 – medium lorry"),
    ("C1E", "C1E – C1 med släp", "C1E – C1 med tilhenger", "C1E – C1 with trailer"),
    ("C", "C – tung lastbil", "C – lastebil", "C – lorry"),
    ("CE", "CE – tung lastbil med släp", "CE – vogntog", "CE – lorry with trailer"),
    ("D1", "D1 – mellanstor buss", "D1 – minibuss", "D1 – minibus"),
    ("D1E", "D1E – D1 med släp", "D1E – D1 med tilhenger", "D1E – D1 with trailer"),
    ("D", "D – buss", "D – buss", "D – bus"),
    ("DE", "DE – buss med släp", "DE – buss med tilhenger", "DE – bus with trailer"),
)
"""Driving-licence categories of directive 2006/126/EC, as used in Sweden and Norway."""

# What a holder of the class on the left must hold or may drive besides, one step down
# (directive 2006/126/EC, article 6): C is issued only to holders of B, CE counts as BE.
NEXT_BELOW = {
    "A1": ("AM",),
    "A2": ("A1",),
    "A": ("A2",),
    "B": ("AM",),
    "B96": ("B",),
    "BE": ("B96",),
    "C1": ("B",),
    "C1E": ("C1", "BE"),
    "C": ("C1",),
    "CE": ("C", "C1E"),
    "D1": ("B",),
    "D1E": ("D1", "BE"),
    "D": ("D1",),
    "DE": ("D", "D1E"),
}


@cache
def languages() -> Terms:
    """Return the languages, ISO 639-1: Sweden's and Norway's own first, then by alphabet."""
    return Terms.read("languages.csv")


def at_least(have: str, need: str) -> bool:
    """Tell whether a CEFR level (or `native`) reaches another; raise `ValueError` if unknown."""
    return CEFR.rank(have) >= CEFR.rank(need)


def education_at_least(have: str, need: str) -> bool:
    """Tell whether an education level reaches another; raise `ValueError` if unknown."""
    return EDUCATION.rank(have) >= EDUCATION.rank(need)


@cache
def licences_within(licence: str) -> frozenset[str]:
    """Return a driving licence with all that it includes: CE holds C, C1, C1E, BE, B96, B and AM.

    Raise `ValueError` for a class that does not exist.
    """
    LICENCES.rank(licence)
    below = (licences_within(lower) for lower in NEXT_BELOW.get(licence, ()))
    return frozenset({licence}).union(*below)


def licence_covers(have: Iterable[str], need: str) -> bool:
    """Tell whether one of the licences held includes the one needed."""
    return any(need in licences_within(licence) for licence in have)
