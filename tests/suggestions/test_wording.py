"""Every code that the ranking can answer with has words, and the words are plain."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import findall

import pytest

import matching
from foundation import translating
from matching import codes, possibilities
from matching.explanation import Facts
from matching.weights import DEFAULT_WEIGHTS
from suggestions import wording
from suggestions.wording import LABELS
from suggestions.wording.changes import CHANGES
from suggestions.wording.exclusions import EXCLUSIONS
from suggestions.wording.gaps import GAPS
from suggestions.wording.questions import QUESTIONS
from suggestions.wording.reasons import REASONS, WEIGHED_UNDER, WITHOUT

EXAMPLES: Mapping[str, Mapping[str, list[Facts]]] = {
    "reason": {
        "occupation": [
            {"ssyk": "9412", "aim": "9412", "wish": None},
            {"ssyk": "9412", "aim": "9412", "wish": "laga mat"},
        ],
        "occupation_near": [
            {"ssyk": "5120", "aim": "9412", "wish": None},
            {"ssyk": "2512", "aim": "2513", "wish": "spel"},
        ],
        "wish": [{"phrase": "kök", "words": ["köksbiträde"]}],
        "usual_title": [{"phrase": "kock", "words": ["kock"]}],
        "experience": [
            {"title": "kock", "months": 8, "ssyk": "5120", "practised": "5120"},
            {"title": "kock", "months": None, "ssyk": "5120", "practised": "5120"},
        ],
        "experience_near": [
            {"title": "servitris", "months": 1, "ssyk": "5120", "practised": "5131"},
            {"title": "servitris", "months": None, "ssyk": "5120", "practised": "5131"},
        ],
        "skills": [
            {"asked": ["kassa", "truck"], "mentioned": []},
            {"asked": [], "mentioned": ["truck"]},
        ],
        "text": [{"words": ["mat", "kök"]}, {"words": []}],
        "distance": [
            {"km": 18, "from": "2182", "to": "2184", "country": "SE"},
            {"km": 0, "from": "2182", "to": "2182", "country": "SE"},
        ],
        "chosen_county": [{"country": "SE", "municipality": "2180", "county": "21"}],
        "first_job": [{"because": ["kind", "occupation", "no_experience_asked"]}],
        "freshness": [{"days": 0}, {"days": 1}, {"days": 12}],
        "driving_licence_met": [{"licence": "B", "held": "CE"}],
        "own_car_met": [{}],
        "language_met": [
            {"language": "sv", "level": "B1", "have": "B1", "through": "sv"},
            {"language": "no", "level": None, "have": "native", "through": "sv"},
        ],
        "authorisation_met": [{"ssyk": "5325", "authority": "Socialstyrelsen"}],
        "education_met": [{"level": "compulsory", "have": "upper_secondary"}],
        "age_met": [{"minimum_age": 18}],
    },
    "gap": {
        "skill": [{"skill": "truckkort"}],
        "useful_skill": [{"skill": "kassa"}],
        "experience": [{"months": 12, "have": 4}, {"months": None, "have": 0}],
        "useful_driving_licence": [{"licence": "B"}],
        "useful_language": [{"language": "no", "level": "B1"}],
        "useful_education": [{"level": "upper_secondary", "have": "compulsory"}],
        "useful_own_car": [{}],
        "useful_experience": [{}],
    },
    "question": {
        "driving_licence": [{"licence": "B"}],
        "own_car": [{}],
        "language": [{"language": "sv", "level": "B2"}, {"language": "sv", "level": None}],
        "language_level": [{"language": "en", "level": "native"}],
        "authorisation": [
            {"ssyk": "5325", "authority": "Socialstyrelsen"},
            {"ssyk": None, "authority": None},
        ],
        "education": [{"level": "upper_secondary", "have": None}],
        "available_from": [{"starts_on": "2026-12-01", "ends_on": None}],
        "late_start": [{"days": 14}],
        "age": [{"minimum_age": 18}],
        "birthday": [{"minimum_age": 18}],
        "workplace": [{"country": "SE", "municipality": None, "county": "21"}],
        "home_municipality": [{"country": "SE", "municipality": "2184", "county": "21"}],
        "skills": [{"skills": ["kassa", "truck"]}],
        "experience": [{"months": 12}],
        "experience_months": [{"months": 12, "title": "kock"}],
        "wishes": [{}],
    },
    "exclusion": {
        "closed": [{}],
        "filled": [{}],
        "deadline_passed": [{"deadline": "2026-11-01"}],
        "ended": [{"ends_on": "2026-11-01"}],
        "not_available_in_time": [
            {"starts_on": "2026-12-01", "ends_on": None, "available_from": "2027-02-01"},
            {"starts_on": None, "ends_on": None, "available_from": "2027-02-01"},
        ],
        "country": [{"country": "NO"}],
        "search_area": [
            {"country": "SE", "municipality": "1480", "county": "14"},
            {"country": "SE", "municipality": "2184", "county": "21", "km": 47.2, "max_km": 20},
        ],
        "driving_licence": [{"licence": "CE"}],
        "own_car": [{}],
        "language": [{"language": "sv", "level": "C1"}],
        "authorisation": [{"ssyk": "2221", "authority": "Socialstyrelsen"}],
        "education": [{"level": "post_secondary", "have": "compulsory"}],
        "age": [{"minimum_age": 20}],
    },
    "change": {
        "driving_licence": [{"licence": "B"}],
        "own_car": [{}],
        "longer_way": [{"km": 30}],
        "county": [{"country": "SE", "county": "03"}, {"country": "SE", "county": "21"}],
        "country": [{"country": "NO"}],
        "language": [{"language": "sv", "level": "B1"}, {"language": "no", "level": "native"}],
        "education": [
            {"level": "compulsory"},
            {"level": "upper_secondary"},
            {"level": "post_secondary"},
        ],
    },
}
SENTENCES = [
    pytest.param(kind, code, facts, id=f"{kind}-{code}-{number}")
    for kind, codes in EXAMPLES.items()
    for code, examples in codes.items()
    for number, facts in enumerate(examples)
]
PLACE_OF_CODE = {"Judgement": 1, "Reason": 0, "Met": 0, "Gap": 0, "Question": 0, "Exclusion": 0}
KINDS = {"Gap": "gap", "Question": "question", "Exclusion": "exclusion"}


def say(kind: str, code: str, facts: Facts) -> str:
    if kind == "change":
        return wording.change(code, facts, home="21")
    return str(getattr(wording, kind)(code, facts))


def written_codes() -> Iterator[tuple[str, str]]:
    """Every (kind, code) that stands as plain text in the source of the ranking."""
    for file in sorted(Path(matching.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name, place = node.func.id, PLACE_OF_CODE.get(node.func.id)
                if place is not None and not isinstance(node.args[place], ast.JoinedStr):
                    yield from ((KINDS.get(name, "reason"), t) for t in texts(node.args[place]))
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
                yield from (("reason", text) for text in texts(node.value))


def texts(expression: ast.expr) -> Iterator[str]:
    """The words that an expression may come to: itself, or either side of a choice."""
    if isinstance(expression, ast.IfExp):
        yield from texts(expression.body)
        yield from texts(expression.orelse)
    elif isinstance(expression, ast.Constant) and expression.value:
        yield str(expression.value)


def test_every_code_in_the_source_of_the_ranking_has_words() -> None:
    tables = {"reason": REASONS, "gap": GAPS, "question": QUESTIONS, "exclusion": EXCLUSIONS}
    codes = set(written_codes())

    assert len(codes) > 40
    assert {(kind, code) for kind, code in codes if code not in tables[kind]} == set()


def test_every_sentence_is_tried_here() -> None:
    assert {kind: set(tried) for kind, tried in EXAMPLES.items()} == {
        "reason": set(REASONS),
        "gap": set(GAPS),
        "question": set(QUESTIONS),
        "exclusion": set(EXCLUSIONS),
        "change": set(CHANGES),
    }


def test_the_words_are_for_just_the_codes_that_the_ranking_answers_with() -> None:
    assert set(REASONS) == set(codes.REASONS)
    assert set(GAPS) == set(codes.GAPS)
    assert set(QUESTIONS) == set(codes.QUESTIONS)
    assert set(EXCLUSIONS) == set(codes.EXCLUSIONS)
    assert set(CHANGES) == set(possibilities.CHANGES)


@pytest.mark.parametrize(("kind", "code", "facts"), SENTENCES)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_sentence_is_whole_in_every_language(
    kind: str, code: str, facts: Facts, language: str
) -> None:
    with translating.speaking(language):
        sentence = say(kind, code, facts)

    assert sentence
    assert not findall(r"None|%\(|\{|\}|  | ,|: *$|_", sentence)


@pytest.mark.parametrize(("kind", "code", "facts"), SENTENCES)
def test_a_sentence_is_plain_and_shames_nobody(kind: str, code: str, facts: Facts) -> None:
    sentence = say(kind, code, facts)

    assert len(sentence.split()) <= 16
    assert not findall(r"(?i)poäng|procent|låg |saknar|brist|otillräcklig|misslyck", sentence)


@pytest.mark.parametrize(
    ("kind", "code", "facts", "sentence"),
    [
        ("reason", "distance", {"km": 18, "from": "2182", "to": "2184", "country": "SE"},
         "18 km från Söderhamn"),
        ("reason", "experience", {"title": "kock", "months": 8},
         "Du har gjort det här i 8 månader: kock"),
        ("reason", "occupation_near", {"ssyk": "9411", "aim": "5120", "wish": "kock"},
         "Nära ”kock”: Pizzabagare m.fl. – kan göras med samma bakgrund"),
        ("reason", "experience_near",
         {"title": "servitris", "months": 3, "ssyk": "5120", "practised": "5131"},
         "Du har gjort något liknande i 3 månader: servitris – samma arbetsplats"),
        ("reason", "language_met",
         {"language": "sv", "level": "A2", "have": "B1", "through": "sv"},
         "Språk: svenska B1 räcker"),
        ("question", "driving_licence", {"licence": "B"}, "Har du körkort B?"),
        ("exclusion", "country", {"country": "NO"},
         "Platsen är i Norge, utanför ditt sökområde."),
        ("change", "driving_licence", {"licence": "B"}, "Med körkort B"),
        ("change", "longer_way", {"km": 30}, "Om du kan åka 30 km längre"),
        ("change", "county", {"country": "SE", "county": "03"},
         "Om du kan flytta till Uppsala län"),
        ("change", "county", {"country": "SE", "county": "21"},
         "Om du kan jobba i hela Gävleborgs län"),
        ("change", "country", {"country": "NO"}, "Om du kan tänka dig Norge"),
        ("change", "language", {"language": "sv", "level": "B1"}, "Med svenska på nivå B1"),
        ("change", "education", {"level": "upper_secondary"}, "Med gymnasieutbildning"),
    ],
)  # fmt: skip
def test_a_sentence_says_what_the_facts_say(
    kind: str, code: str, facts: Facts, sentence: str
) -> None:
    assert say(kind, code, facts) == sentence


def test_a_change_goes_on_with_what_it_does() -> None:
    licence: Facts = {"licence": "B"}
    alone = wording.way_round("driving_licence", licence, home=None, alone=True)
    one_of_several = wording.way_round("driving_licence", licence, home=None, alone=False)

    assert alone == "Med körkort B går det."
    assert one_of_several == "Med körkort B är det inget hinder."


def test_every_weight_has_words_for_no_points() -> None:
    weights = set(DEFAULT_WEIGHTS.__dataclass_fields__)
    assert set(WITHOUT) == weights
    assert set(WEIGHED_UNDER.values()) == weights - {"requirements"}
    assert set(WEIGHED_UNDER) < set(REASONS)


def test_labels_are_words() -> None:
    assert [str(LABELS[code]) for code in ("strong", "good", "possible")] == [
        "Stark",
        "God",
        "Möjlig",
    ]
