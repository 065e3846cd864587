"""The ranker: hard rules first, then weighted comparisons, every point accounted for."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from matching.engine import storing
from matching.engine.engine import Engine, Ranked
from matching.explaining import Explainer, FetchVacancies
from matching.explanation import Exclusion, Match
from matching.facts import Seeker, Vacancy
from matching.index import Reader
from matching.profile import Profile
from matching.query import Interpreter
from matching.rules import findings_for
from matching.tables import Tables
from matching.weights import DEFAULT_WEIGHTS, Weights


class OpeningMatcher(BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Rank openings for a seeker, or seekers for an opening, with the same scores.

    `as_of` is the day the ranking is made for; without one, dates are ignored altogether, which
    suits old ads. Deterministic: equal scores are ordered by vacancy id, or seeker id.

    `engine_` finds the best, `explainer_` says why; they reach the same scores by two ways.
    """

    def __init__(self, weights: Weights = DEFAULT_WEIGHTS, as_of: date | None = None) -> None:
        self.weights = weights
        self.as_of = as_of

    def fit(self, vacancies: Sequence[Vacancy], y: None = None) -> Self:  # noqa: ARG002
        """Learn from the vacancies and read them. Raises `ValueError` when two have the same id."""
        _refuse_twins([vacancy.id for vacancy in vacancies])
        reader, index = Reader.learning(vacancies)
        self._begin(reader)
        self.engine_.take(index, [vacancy.id for vacancy in vacancies])
        known = {vacancy.id: vacancy for vacancy in vacancies}
        self.fitted_: dict[str, Vacancy] | None = known
        self.fetch_: FetchVacancies = lambda ids: [known[each] for each in ids]
        return self

    def open(self, folder: Path, fetch: FetchVacancies) -> Self:
        """Open an index that was saved, without reading any vacancy again.

        Raises `UnreadableIndexError` where it has to be made anew.
        """
        reader, held = storing.load(folder)
        self._begin(reader)
        self.engine_.held.extend(held)
        self.fitted_, self.fetch_ = None, fetch
        return self

    def save(self, folder: Path) -> None:
        """Save the index; weights and day are not part of it."""
        check_is_fitted(self)
        storing.save(folder, self.engine_.interpreter.reader, self.engine_.held)

    def warm(self) -> Self:
        """Do now what the first ranking would have to wait for: compiled code, learnt words."""
        self.engine_.interpreter.reader.warm()
        self.rank(Seeker(id="warm", wishes=("värma",), skills=("värme",)), limit=1)
        return self

    def add(self, vacancies: Sequence[Vacancy]) -> Self:
        """Read more vacancies by what was learnt before; a changed one is removed first.

        Raises `ValueError` when an id is there already, or stands twice.
        """
        check_is_fitted(self)
        ids = [vacancy.id for vacancy in vacancies]
        _refuse_twins([*self.engine_.known_of(ids), *ids])
        self.engine_.take(self.engine_.interpreter.reader.read(vacancies), ids)
        if self.fitted_ is not None:
            self.fitted_.update((vacancy.id, vacancy) for vacancy in vacancies)
        return self

    def remove(self, vacancy_ids: Iterable[str]) -> Self:
        """Forget vacancies. Raises `KeyError` for one that is not there."""
        check_is_fitted(self)
        for vacancy_id in vacancy_ids:
            self.engine_.remove(vacancy_id)
            if self.fitted_ is not None:
                del self.fitted_[vacancy_id]
        return self

    def __contains__(self, vacancy_id: object) -> bool:
        """Tell whether a vacancy has been read, and not removed."""
        return isinstance(vacancy_id, str) and self.engine_.where(vacancy_id) is not None

    @property
    def row_of_(self) -> Container[str]:
        """The ids of all vacancies that have been read."""
        return self

    def rank(self, seeker: Seeker, limit: int = 20) -> list[Match]:
        """Return the best vacancies that no rule excludes, at most `limit`, best first."""
        check_is_fitted(self)
        profile = Profile.of(seeker, self.as_of)
        ids = self.engine_.ids(self.engine_.rank([profile], limit), 0)
        return self.explainer_.matches(profile, ids, self.fetch_)

    def rank_many(self, seekers: Iterable[Seeker], limit: int = 20, threads: int = 1) -> Ranked:
        """Return only places and scores, in thousandths, of the best for many seekers at once."""
        check_is_fitted(self)
        profiles = [Profile.of(seeker, self.as_of) for seeker in seekers]
        return self.engine_.rank(profiles, limit, threads)

    def best(self, seekers: Sequence[Seeker], limit: int = 20) -> list[list[tuple[str, int]]]:
        """Return each seeker's best vacancies as ids with their scores, in thousandths."""
        ranked = self.rank_many(seekers, limit)
        ids = (self.engine_.ids(ranked, at) for at in range(len(seekers)))
        scores = ranked.scores.tolist()
        return [list(zip(each, scores[at], strict=False)) for at, each in enumerate(ids)]

    def over(self, vacancies: Sequence[Vacancy]) -> Self:
        """Return a ranker of some other vacancies, read by what this one has learnt.

        It is for a few things that are to be compared just as vacancies are; they stay unknown to
        this one. Raises `ValueError` when two have the same id.
        """
        check_is_fitted(self)
        ids = [vacancy.id for vacancy in vacancies]
        _refuse_twins(ids)
        other, known = copy(self), dict(zip(ids, vacancies, strict=True))
        other._begin(self.engine_.interpreter.reader)
        if vacancies:
            other.engine_.take(other.engine_.interpreter.reader.read(vacancies), ids)
        other.fitted_, other.fetch_ = known, lambda some: [known[each] for each in some]
        return other

    def on(self, day: date | None) -> Self:
        """Return a ranker for another day that shares this one's index."""
        other = copy(self)
        other.as_of = day
        return other

    def weighing(self, weights: Weights) -> Self:
        """Return a ranker with other weights that shares this one's index, to try them beside it.

        It is for ranking alone: vacancies are added to this one, and removed from it.
        """
        other = copy(self)
        other.weights = weights
        other._begin(self.engine_.interpreter.reader)
        other.engine_.held.extend(replace(held, _days={}) for held in self.engine_.held)
        return other

    def remembering(self) -> Self:
        """Return a ranker that shares this one's index and fetches no vacancy twice.

        It is for one run over many seekers: what it has fetched, all but the running text, takes
        memory until it is let go.
        """
        other, kept = copy(self), dict[str, Vacancy]()

        def fetch(vacancy_ids: Sequence[str]) -> list[Vacancy]:
            fresh = self.fetch_([each for each in vacancy_ids if each not in kept])
            kept.update((vacancy.id, replace(vacancy, text="")) for vacancy in fresh)
            return [kept[each] for each in vacancy_ids]

        other.fetch_ = fetch
        return other

    def why_not(self, seeker: Seeker, vacancy_id: str) -> tuple[Exclusion, ...]:
        """List the rules that exclude a vacancy; none if it can be suggested.

        Raises `KeyError` for a vacancy that was not read.
        """
        findings = findings_for(Profile.of(seeker, self.as_of), self._vacancy(vacancy_id))
        return tuple(finding for finding in findings if isinstance(finding, Exclusion))

    def explain(self, seeker: Seeker, vacancy_id: str) -> Match | None:
        """Return one vacancy's match with all its reasons, or `None` where a rule excludes it.

        Raises `KeyError` for a vacancy that was not read.
        """
        matches = self.rank_seekers(vacancy_id, [seeker], limit=1)
        return matches[0] if matches else None

    def explain_each(self, wanted: Sequence[tuple[Seeker, Sequence[str]]]) -> Iterator[list[Match]]:
        """Yield each seeker's matches with the vacancies wanted, but for those excluded or gone.

        The vacancies of all are fetched at once.
        """
        ids = dict.fromkeys(each for _seeker, hers in wanted for each in hers if each in self)
        fetched = dict(zip(ids, self.fetch_([*ids]), strict=True))
        for seeker, hers in wanted:
            there = [each for each in hers if each in fetched]
            yield self._explained(seeker, {each: fetched[each] for each in there}) if there else []

    def rank_seekers(
        self, vacancy_id: str, seekers: Iterable[Seeker], limit: int = 20
    ) -> list[Match]:
        """Return the best seekers for one vacancy, at most `limit`, scored as in `rank`.

        Raises `KeyError` for a vacancy that was not read.
        """
        vacancy = self._vacancy(vacancy_id)
        profiles = (Profile.of(seeker, self.as_of) for seeker in seekers)
        matches = [
            match
            for profile in profiles
            for match in self.explainer_.matches(profile, [vacancy_id], lambda _ids: [vacancy])
        ]
        return sorted(matches, key=lambda match: (-match.score, match.seeker_id))[:limit]

    def _begin(self, reader: Reader) -> None:
        """Set up the engine and the explainer, with nothing to rank yet."""
        interpreter, tables = Interpreter(reader), Tables(reader.facts, self.weights)
        self.engine_ = Engine(interpreter, tables, self.weights)
        self.explainer_ = Explainer(self.engine_, self.weights)

    def _explained(self, seeker: Seeker, vacancies: Mapping[str, Vacancy]) -> list[Match]:
        """Write out one seeker's matches with some vacancies."""
        profile = Profile.of(seeker, self.as_of)
        return self.explainer_.matches(
            profile, vacancies, lambda some: [vacancies[each] for each in some]
        )

    def _vacancy(self, vacancy_id: str) -> Vacancy:
        """Fetch one vacancy. Raises `KeyError` for one that was not read."""
        check_is_fitted(self)
        if vacancy_id not in self:
            raise KeyError(vacancy_id)
        [vacancy] = self.fetch_([vacancy_id])
        return vacancy


def _refuse_twins(vacancy_ids: Sequence[str]) -> None:
    """Raise `ValueError` when an id stands twice."""
    seen: set[str] = set()
    for each in vacancy_ids:
        if each in seen:
            raise ValueError(f"Two vacancies have the id {each!r}; an id must be unique.")
        seen.add(each)
