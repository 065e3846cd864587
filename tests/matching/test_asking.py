"""The questions that are worth asking: those with most at stake, and three of them."""

from matching.asking import questions_to_ask, says_little
from matching.facts import Requirements, Seeker, Vacancy
from matching.matcher import OpeningMatcher
from tests.matching.making import TODAY, a_seeker, a_vacancy

KNOWN = {"wishes": ("kock",), "skills": (), "experience": (), "home_municipality": "2182"}


def kitchens(count: int, **facts: object) -> list[Vacancy]:
    return [
        a_vacancy(id=f"k{n}", headline="Kock", occupation="5120", **facts) for n in range(count)
    ]


def codes(seeker: Seeker, vacancies: list[Vacancy]) -> list[str]:
    matcher = OpeningMatcher(as_of=TODAY).fit(vacancies)
    return [each.question.code for each in questions_to_ask(matcher, seeker)]


def test_who_has_said_nothing_is_first_asked_what_she_wants() -> None:
    assert codes(a_seeker(), kitchens(3)) == ["wishes", "experience", "skills"]


def test_nothing_is_asked_of_who_has_answered_all_that_matters() -> None:
    assert codes(a_seeker(**KNOWN), kitchens(3)) == []


def test_what_many_openings_demand_goes_before_what_one_does() -> None:
    licence = kitchens(3, must_have=Requirements(driving_licences=("B",)))
    school = [a_vacancy(id="s", headline="Kock", education_level="upper_secondary")]
    found = codes(a_seeker(**KNOWN), licence + school)
    assert found == ["driving_licence", "education"]


def test_a_question_tells_what_most_hangs_on_and_how_many_openings_ask() -> None:
    small = kitchens(2, must_have=Requirements(driving_licences=("B",)))
    large = [
        a_vacancy(
            id="c",
            headline="Kock",
            occupation="5120",
            must_have=Requirements(driving_licences=("C",)),
        )
    ]
    matcher = OpeningMatcher(as_of=TODAY).fit(small + large)
    [asked] = questions_to_ask(matcher, a_seeker(**KNOWN))
    assert asked.question.facts == {"licence": "B"}
    assert asked.openings == 3


def test_what_only_the_employer_knows_is_not_asked_of_the_seeker() -> None:
    somewhere = kitchens(2, municipality=None, county=None)
    assert codes(a_seeker(**KNOWN), somewhere) == []


def test_without_openings_the_general_questions_remain() -> None:
    assert codes(a_seeker(), []) == ["wishes", "experience", "skills"]


def test_little_is_known_of_who_has_told_neither_wishes_nor_abilities() -> None:
    assert says_little(a_seeker(home_municipality="2182"))
    assert says_little(a_seeker(skills=(), experience=()))
    assert not says_little(a_seeker(wishes=("kock",)))
    assert not says_little(a_seeker(skills=("truckkort",)))
