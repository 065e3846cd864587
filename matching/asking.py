"""The questions whose answers would change a seeker's ranking most.

Two things are at stake in a question. Openings that demand the answer may fall away, each with its
whole score. And what is not known gives no points: as long as nobody has asked about skills,
nothing can be gained by them in any opening.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matching.explanation import Facts, Match, Question
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.weights import Weights

LOOKED_THROUGH = 60
"""How many of the best openings are asked about; a seeker will hardly read more."""

MOST_QUESTIONS = 3
OF_EMPLOYERS = frozenset({"late_start", "workplace"})
"""Questions that the seeker cannot answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the seeker, and how many openings and points (0 to 1 each) hang on it."""

    question: Question
    openings: int
    stake: float


def _says_nothing_of_work(seeker: Seeker) -> bool:
    return not (seeker.wishes or seeker.occupations)


_GENERAL: Mapping[str, tuple[Callable[[Seeker], bool], tuple[str, ...]]] = {
    "wishes": (_says_nothing_of_work, ("occupation", "wish", "text")),
    "experience": (lambda seeker: seeker.experience is None, ("experience",)),
    "skills": (lambda seeker: seeker.skills is None, ("skills",)),
    "home_municipality": (lambda seeker: seeker.home_municipality is None, ("distance",)),
}
"""What may be unknown in general, and the comparisons that then give no points."""

_WITHOUT_AN_OPENING: Mapping[str, Facts] = {
    "skills": {"skills": []},
    "experience": {"months": None},
    "home_municipality": {"country": "SE", "municipality": None, "county": None},
}
"""The facts of a question that no opening has put."""


def questions_to_ask(
    matcher: OpeningMatcher, seeker: Seeker, most: int = MOST_QUESTIONS
) -> tuple[Asked, ...]:
    """Return the questions with most at stake over the seeker's best openings, most first."""
    matches = matcher.rank(seeker, limit=LOOKED_THROUGH)
    asked = [*_asked_by_openings(matches), *_general(seeker, len(matches), matcher.weights)]
    best: dict[str, Asked] = {}
    for each in asked:
        known = best.get(each.question.code)
        best[each.question.code] = _joined(known, each) if known else each
    return tuple(sorted(best.values(), key=_most_first)[:most])


def says_little(seeker: Seeker) -> bool:
    """Tell whether hardly anything is known that could make one opening fit better than another."""
    return _says_nothing_of_work(seeker) and not (seeker.skills or seeker.experience)


def _asked_by_openings(matches: Sequence[Match]) -> list[Asked]:
    """Gather what single openings ask: the same question of several is one, as most ask it."""
    stakes: dict[str, dict[str, list[tuple[Facts, float]]]] = {}
    for match in matches:
        for question in match.questions:
            if question.code not in OF_EMPLOYERS:
                same = stakes.setdefault(question.code, {})
                same.setdefault(repr(sorted(question.facts.items())), []).append(
                    (question.facts, match.score)
                )
    return [_usual(code, list(same.values())) for code, same in stakes.items()]


def _usual(code: str, ways: Sequence[Sequence[tuple[Facts, float]]]) -> Asked:
    """Ask in the way that most hangs on; all that hangs on any way counts."""
    weights = [sum(score for _facts, score in way) for way in ways]
    heaviest = ways[max(range(len(ways)), key=lambda at: weights[at])]
    facts = heaviest[0][0]
    return Asked(Question(code, facts), sum(map(len, ways)), round(sum(weights), 3))


def _general(seeker: Seeker, openings: int, weights: Weights) -> list[Asked]:
    """Ask about what is unknown in general, whichever openings there are."""
    return [
        Asked(
            Question(code, _WITHOUT_AN_OPENING.get(code, {})),
            openings,
            _could_give(comparisons, weights, openings),
        )
        for code, (is_unknown, comparisons) in _GENERAL.items()
        if is_unknown(seeker)
    ]


def _could_give(comparisons: Sequence[str], weights: Weights, openings: int) -> float:
    """Return the points that some comparisons could give in all; at least one opening's worth."""
    each = sum(weights.thousandths(name) for name in comparisons) / 1000
    return round(each * max(openings, 1), 3)


def _joined(one: Asked, other: Asked) -> Asked:
    """Join the same question, put by openings and in general; both stakes count."""
    stake = round(one.stake + other.stake, 3)
    return Asked(one.question, max(one.openings, other.openings), stake)


def _most_first(asked: Asked) -> tuple[float, str]:
    return (-asked.stake, asked.question.code)
