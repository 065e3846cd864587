"""Invented vacancies and seekers, for Hypothesis to vary."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matching.facts import Experience, LanguageLevel, Requirements, SearchArea, Seeker, Vacancy
from reference import levels

Value = TypeVar("Value")

TODAY = date(2026, 11, 16)

PLACES = (
    ("SE", "2182", "21"),
    ("SE", "2184", "21"),
    ("SE", "0480", "04"),
    ("SE", "0180", "01"),
    ("SE", None, "21"),
    ("SE", None, None),
    ("NO", "0301", "03"),
    ("NO", "5001", "50"),
)
HOMES = ("2182", "2180", "0480", "0180")
OCCUPATIONS = ("5311", "5312", "9111", "4322", "8344", "7231", "2512", "2221", "5321", "5120")
HEADLINES = (
    "Barnskötare till förskolan Kotten",
    "Lokalvårdare, kvällar",
    "Lagermedarbetare med truckkort",
    "Kokk søkes til kafé i Oslo",
    "Senior Backend Developer",
    "Sommarjobb i köket",
    "Bilmekaniker",
    "Vi söker dig!",
)
TEXTS = (
    "",
    "Du plockar order, packar och kör truck på vårt lager.",
    "Vi leker, läser och är ute varje dag med barnen.",
    "Vi bygger tjänster i Python och Java.",
    "Du lager god mat sammen med oss på kjøkkenet.",
)
WISHES = ("lager", "jobba med barn", "städ", "bilmek", "kök eller servering", "programmera", "kokk")
SKILLS = ("truckkort", "Excel", "Python", "körvana", "barnpassning", "svetsning")
EXPERIENCES = ("kock", "städare", "lagerarbetare", "något annat")
LANGUAGES = ("sv", "no", "nb", "en", "ar")
LICENCES = ("B", "BE", "C", "CE")


def _some(values: tuple[str, ...]) -> SearchStrategy[tuple[str, ...]]:
    """At most three of some values, each once."""
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


def _few(values: SearchStrategy[Value]) -> SearchStrategy[tuple[Value, ...]]:
    """At most two values."""
    return st.lists(values, max_size=2).map(tuple)


days = st.integers(-120, 120).map(lambda days: TODAY + timedelta(days=days))
language_levels = st.builds(
    LanguageLevel,
    st.sampled_from(LANGUAGES),
    st.none() | st.sampled_from(levels.CEFR.codes),
)
requirements = st.builds(
    Requirements,
    skills=_some(SKILLS),
    driving_licences=_some(LICENCES),
    languages=_few(language_levels),
)
nothing = st.just(Requirements())


@st.composite
def vacancies(draw: st.DrawFn) -> Vacancy:
    """A vacancy that asks for little, as most do, or for much."""
    country, municipality, county = draw(st.sampled_from(PLACES))
    return Vacancy(
        id="one",
        headline=draw(st.sampled_from(HEADLINES)),
        text=draw(st.sampled_from(TEXTS)),
        kind=draw(st.none() | st.sampled_from(levels.OPENING_KINDS.codes)),
        country=country,
        municipality=municipality,
        county=county,
        occupation=draw(st.none() | st.sampled_from(OCCUPATIONS)),
        occupation_guessed=draw(st.booleans()),
        must_have=draw(nothing | requirements),
        nice_to_have=draw(nothing | requirements),
        experience_required=draw(st.none() | st.booleans()),
        experience_months=draw(st.none() | st.integers(0, 60)),
        education_level=draw(st.none() | st.sampled_from(levels.EDUCATION.codes)),
        minimum_age=draw(st.none() | st.integers(16, 25)),
        own_car=draw(st.sampled_from((None, None, False, True))),
        starts_on=draw(st.none() | days),
        ends_on=draw(st.none() | days),
        application_deadline=draw(st.none() | days),
        published_on=draw(st.none() | days),
        vacancies_left=draw(st.sampled_from((1, 1, 1, 3, 0))),
        is_open=draw(st.sampled_from((True, True, True, False))),
    )


def boards(most: int = 5) -> SearchStrategy[list[Vacancy]]:
    """Some vacancies with ids of their own."""
    return st.lists(vacancies(), max_size=most).map(
        lambda made: [replace(each, id=f"v{number}") for number, each in enumerate(made)]
    )


search_areas = st.builds(
    SearchArea,
    max_commute_km=st.none() | st.sampled_from((0, 30, 100, 400)),
    counties=_some(("01", "04", "21")),
    countries=st.sampled_from((("SE",), ("SE", "NO"), ("NO",))),
)
experiences = st.builds(
    Experience,
    title=st.sampled_from(EXPERIENCES),
    months=st.none() | st.integers(0, 60),
    occupation=st.none() | st.sampled_from(OCCUPATIONS),
)
seekers = st.builds(
    Seeker,
    id=st.just("y01"),
    wishes=_some(WISHES),
    occupations=_some(OCCUPATIONS),
    skills=st.none() | _some(SKILLS),
    about=st.sampled_from(("", "Jag gillar barn och att vara ute.", "Jag kan lite Python.")),
    education_level=st.none() | st.sampled_from(levels.EDUCATION.codes),
    experience=st.none() | _few(experiences),
    languages=st.none() | _few(language_levels),
    driving_licences=st.none() | _some(LICENCES),
    own_car=st.none() | st.booleans(),
    authorised_occupations=st.none() | _some(OCCUPATIONS),
    home_municipality=st.none() | st.sampled_from(HOMES),
    search_area=search_areas,
    born=st.none() | st.integers(1997, 2010),
    available_from=st.none() | days,
)
