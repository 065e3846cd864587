"""Licence, car, language, authorisation and education: met, missing, or not known."""

import pytest

from matching.facts import LanguageLevel, Requirements
from matching.findings import Met
from tests.matching.making import a_seeker, a_vacancy, codes, found, the_match

Kinds = list[tuple[str, str]]


def licence(*classes: str) -> Requirements:
    return Requirements(driving_licences=classes)


def language(code: str, level: str | None) -> Requirements:
    return Requirements(languages=(LanguageLevel(code, level),))


@pytest.mark.parametrize(
    ("held", "finding"),
    [
        (("B",), ("Met", "driving_licence_met")),
        (("CE",), ("Met", "driving_licence_met")),
        (("AM",), ("Exclusion", "driving_licence")),
        ((), ("Exclusion", "driving_licence")),
        (None, ("Question", "driving_licence")),
    ],
)
def test_a_licence_is_met_by_itself_or_by_one_that_includes_it(
    held: tuple[str, ...] | None, finding: tuple[str, str]
) -> None:
    assert codes(a_seeker(driving_licences=held), a_vacancy(must_have=licence("B"))) == [finding]


def test_every_licence_that_is_asked_for_must_be_held() -> None:
    driver = a_seeker(driving_licences=("C",))
    assert codes(driver, a_vacancy(must_have=licence("B", "CE"))) == [
        ("Met", "driving_licence_met"),
        ("Exclusion", "driving_licence"),
    ]


@pytest.mark.parametrize(
    ("has", "needed", "findings"),
    [
        (True, True, [("Met", "own_car_met")]),
        (False, True, [("Exclusion", "own_car")]),
        (None, True, [("Question", "own_car")]),
        (False, False, []),
        (False, None, []),
    ],
)
def test_a_car_is_asked_for_only_where_the_work_needs_one(
    has: bool | None, needed: bool | None, findings: Kinds
) -> None:
    assert codes(a_seeker(own_car=has), a_vacancy(own_car=needed)) == findings


@pytest.mark.parametrize(
    ("spoken", "asked", "finding"),
    [
        ([("sv", "B2")], ("sv", "B1"), ("Met", "language_met")),
        ([("sv", "native")], ("sv", "C2"), ("Met", "language_met")),
        ([("sv", "A2")], ("sv", "B1"), ("Exclusion", "language")),
        ([("ar", "native")], ("sv", "A1"), ("Exclusion", "language")),
        ([], ("sv", "A1"), ("Exclusion", "language")),
        ([("sv", None)], ("sv", "B1"), ("Question", "language_level")),
        (None, ("sv", "B1"), ("Question", "language")),
    ],
)
def test_a_language_must_reach_its_level(
    spoken: list[tuple[str, str | None]] | None,
    asked: tuple[str, str],
    finding: tuple[str, str],
) -> None:
    languages = None if spoken is None else tuple(LanguageLevel(*each) for each in spoken)
    wanted = a_vacancy(must_have=language(*asked))
    assert codes(a_seeker(languages=languages), wanted) == [finding]


@pytest.mark.parametrize(
    ("own", "neighbour", "level", "is_enough"),
    [
        ("native", "no", "C2", True),
        ("C1", "nb", "B2", True),
        ("C1", "no", "C1", False),
        ("B2", "nn", "B1", True),
        ("B1", "no", "A2", False),
    ],
)
def test_swedish_counts_as_norwegian_one_level_lower_from_b2_and_the_reverse(
    own: str, neighbour: str, level: str, is_enough: bool
) -> None:
    kind = "Met" if is_enough else "Exclusion"
    for spoken, asked in (("sv", neighbour), (neighbour, "sv")):
        seeker = a_seeker(languages=(LanguageLevel(spoken, own),))
        [(found_kind, _code)] = codes(seeker, a_vacancy(must_have=language(asked, level)))
        assert found_kind == kind


def test_the_written_forms_of_norwegian_are_one_language() -> None:
    seeker = a_seeker(languages=(LanguageLevel("nb", "B1"),))
    assert codes(seeker, a_vacancy(must_have=language("no", "B1"))) == [("Met", "language_met")]


@pytest.mark.parametrize(
    ("level", "finding"),
    [
        ("B2", ("Met", "language_met")),
        ("B1", ("Question", "language_level")),
        (None, ("Question", "language_level")),
    ],
)
def test_where_no_level_is_named_b2_is_enough_and_less_is_asked_about(
    level: str | None, finding: tuple[str, str]
) -> None:
    seeker = a_seeker(languages=(LanguageLevel("sv", level),))
    assert codes(seeker, a_vacancy(must_have=language("sv", None))) == [finding]


@pytest.mark.parametrize("kind", ["job", "summer_job", None])
def test_paid_work_in_a_regulated_occupation_needs_authorisation(kind: str | None) -> None:
    guard = a_vacancy(occupation="5413", kind=kind)
    assert codes(a_seeker(authorised_occupations=()), guard) == [("Exclusion", "authorisation")]


@pytest.mark.parametrize("kind", ["apprenticeship", "work_placement"])
def test_learning_under_supervision_is_the_way_to_the_authorisation(kind: str) -> None:
    learner = a_vacancy(occupation="5413", kind=kind)
    assert codes(a_seeker(authorised_occupations=()), learner) == []


def test_an_authorisation_that_is_held_is_met() -> None:
    nurse = a_seeker(authorised_occupations=("2221",))
    assert codes(nurse, a_vacancy(occupation="2221")) == [("Met", "authorisation_met")]


def test_an_authorisation_beside_the_one_asked_for_is_a_question() -> None:
    assistant_nurse = a_seeker(authorised_occupations=("5321",))
    on_a_ward = a_vacancy(occupation="5323")
    assert codes(assistant_nurse, on_a_ward) == [("Question", "authorisation")]


def test_an_authorisation_nobody_has_asked_about_is_a_question() -> None:
    assert codes(a_seeker(), a_vacancy(occupation="5413")) == [("Question", "authorisation")]


def test_who_is_known_to_lack_higher_education_is_not_asked_whether_she_is_a_nurse() -> None:
    pupil = a_seeker(education_level="upper_secondary")
    assert codes(pupil, a_vacancy(occupation="2221")) == [("Exclusion", "authorisation")]
    assert codes(pupil, a_vacancy(occupation="5413")) == [("Question", "authorisation")]


def test_the_country_is_told_because_the_authority_is_swedens() -> None:
    there = a_vacancy(occupation="5413", country="NO")
    [question] = found(a_seeker(), there)
    assert question.facts == {
        "ssyk": "5413",
        "authority": "Polismyndigheten / Länsstyrelsen",
        "country": "NO",
    }


def test_an_ordinary_occupation_asks_for_no_authorisation() -> None:
    seeker = a_seeker(authorised_occupations=())
    assert codes(seeker, a_vacancy(occupation="9111")) == []
    assert codes(seeker, a_vacancy(occupation=None)) == []


@pytest.mark.parametrize(
    ("have", "finding"),
    [
        ("post_secondary", [("Met", "education_met")]),
        ("upper_secondary", [("Met", "education_met")]),
        ("compulsory", [("Exclusion", "education")]),
        (None, [("Question", "education")]),
    ],
)
def test_education_must_reach_the_level_that_is_named(have: str | None, finding: Kinds) -> None:
    wanted = a_vacancy(education_level="upper_secondary")
    assert codes(a_seeker(education_level=have), wanted) == finding


def test_no_education_asked_is_nothing_asked() -> None:
    assert codes(a_seeker(), a_vacancy(education_level="none")) == []


def test_a_met_requirement_says_what_was_asked_and_what_met_it() -> None:
    swede = a_seeker(languages=(LanguageLevel("sv", "native"),))
    asked = a_vacancy(must_have=language("no", "B1"))
    assert found(swede, asked) == [
        Met(
            "language_met",
            {"language": "no", "level": "B1", "have": "native", "through": "sv"},
        )
    ]


def test_the_points_for_requirements_are_divided_among_all_that_is_asked() -> None:
    asked = Requirements(driving_licences=("B",), languages=(LanguageLevel("sv", "B1"),))
    vacancy = a_vacancy(must_have=asked)
    both = a_seeker(driving_licences=("B",), languages=(LanguageLevel("sv", "C1"),))
    half = a_seeker(driving_licences=("B",))
    assert the_match(both, vacancy).score == 0.03
    assert the_match(half, vacancy).score == 0.015


@pytest.mark.parametrize(
    ("held", "found"),
    [
        ((), [("Exclusion", "authorisation")]),
        (None, [("Question", "authorisation")]),
        (("2221",), [("Question", "authorisation")]),
        (("5120",), [("Met", "authorisation_met")]),
    ],
)
def test_an_opening_that_asks_for_authorisation_is_taken_at_its_word(
    held: tuple[str, ...] | None, found: list[tuple[str, str]]
) -> None:
    cook = a_vacancy(occupation="5120", authorisation_required=True)
    assert codes(a_seeker(authorised_occupations=held), cook) == found
    placement = a_vacancy(occupation="5120", authorisation_required=True, kind="work_placement")
    assert codes(a_seeker(authorised_occupations=held), placement) == []
