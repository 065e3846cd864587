"""This engine and the searches off the shelf, on the same youths and ads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.relevance.collection import Collection
from benchmarks.relevance.searches import SEARCHES, Search, within_rules
from matching.evaluation import (
    Figures,
    Interval,
    Rankings,
    coverage_at,
    figures_of,
    interval_of_difference,
    mean,
    violations,
)
from matching.facts import Seeker, Vacancy
from matching.matcher import OpeningMatcher

DEPTH = 10
TOP = 5

THIS = "this engine"
WITHOUT_CODES = "this engine, ads without codes"
RULED = ", same rules"


@dataclass(frozen=True, slots=True)
class Result:
    """What one contender reached: figures by youth, coverage, and excluded openings shown."""

    name: str
    figures: Figures
    coverage: float
    violations: int


@dataclass(frozen=True, slots=True)
class Margin:
    """How far this engine is ahead in nDCG, and of whom."""

    over: str
    ndcg: Interval


def contest(collection: Collection) -> list[Result]:
    """Let every contender rank, and measure the first `DEPTH` of each."""
    return [
        _result(name, rank(collection, search), collection)
        for name, search in contenders(collection.vacancies)
    ]


def contenders(vacancies: Sequence[Vacancy]) -> Iterator[tuple[str, Search]]:
    """This engine, with and without the ads' official codes, and each search, without and with
    the same hard rules.
    """
    yield THIS, engine(vacancies)
    yield WITHOUT_CODES, engine([_without_code(each) for each in vacancies])
    for name, make in SEARCHES.items():
        search = make(vacancies)
        yield name, search
        yield name + RULED, within_rules(search, vacancies)


def engine(vacancies: Sequence[Vacancy]) -> Search:
    """Search as the product does; dates are passed over, since the ads are old."""
    matcher = OpeningMatcher().fit(vacancies)

    def search(seeker: Seeker, limit: int) -> list[str]:
        return [match.vacancy_id for match in matcher.rank(seeker, limit=limit)]

    return search


def rank(collection: Collection, search: Search, limit: int = DEPTH) -> Rankings:
    """Rank for every youth."""
    return {seeker.id: search(seeker, limit) for seeker in collection.seekers}


def margin(results: Sequence[Result], *, ruled: bool = False) -> Margin:
    """Measure how far this engine is ahead of the best search, by nDCG, paired by youth.

    With `ruled`, of the best among those that were given the same hard rules.
    """
    by_name = {result.name: result for result in results}
    rivals = [by_name[name + RULED if ruled else name] for name in SEARCHES]
    best = max(rivals, key=lambda rival: mean(rival.figures.ndcg))
    return Margin(best.name, interval_of_difference(by_name[THIS].figures.ndcg, best.figures.ndcg))


def _result(name: str, rankings: Rankings, collection: Collection) -> Result:
    offered = {vacancy.id for vacancy in collection.vacancies}
    return Result(
        name,
        figures_of(rankings, collection.judgements, depth=DEPTH, top=TOP),
        coverage_at(DEPTH, rankings.values(), offered),
        len(violations(collection.seekers, collection.vacancies, rankings)),
    )


def _without_code(vacancy: Vacancy) -> Vacancy:
    """Keep what an ad says in words; where a code decides who may work, the rules know less."""
    return replace(vacancy, occupation=None, occupation_title=None)
