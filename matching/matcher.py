"""The ranker: hard rules first, then weighted comparisons, every point accounted for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Self

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from matching.answers import Answers
from matching.explanation import Exclusion, Match, label_for, points
from matching.facts import Seeker, Vacancy
from matching.index import Index
from matching.missing import gaps, questions
from matching.profile import Profile
from matching.rules import findings_for
from matching.weights import DEFAULT_WEIGHTS, Weights


class OpeningMatcher(BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Rank openings for a seeker, or seekers for an opening, with the same scores.

    `as_of` is the day the ranking is made for; without one, dates are ignored altogether, which
    suits old ads. Deterministic: equal scores are ordered by vacancy id, or seeker id.
    """

    def __init__(self, weights: Weights = DEFAULT_WEIGHTS, as_of: date | None = None) -> None:
        self.weights = weights
        self.as_of = as_of

    def fit(self, vacancies: Sequence[Vacancy], y: None = None) -> Self:  # noqa: ARG002
        """Read the vacancies. Raises `ValueError` when two have the same id."""
        self.row_of_: dict[str, int] = {}
        for row, vacancy in enumerate(vacancies):
            if self.row_of_.setdefault(vacancy.id, row) != row:
                raise ValueError(f"Two vacancies have the id {vacancy.id!r}; an id must be unique.")
        self.index_ = Index.fit(vacancies)
        by_id = np.argsort(np.array([vacancy.id for vacancy in vacancies], dtype=object))
        self.place_by_id_ = np.argsort(by_id)
        return self

    def rank(self, seeker: Seeker, limit: int = 20) -> list[Match]:
        """Return the best vacancies that no rule excludes, at most `limit`, best first."""
        check_is_fitted(self)
        profile = Profile.of(seeker, self.as_of)
        answers = Answers.of(self.index_, profile, self.weights)
        rows = answers.eligible()
        best = np.lexsort((self.place_by_id_[rows], -answers.scores[rows]))[:limit]
        return [self._match(self.index_, profile, answers, row) for row in rows[best]]

    def why_not(self, seeker: Seeker, vacancy_id: str) -> tuple[Exclusion, ...]:
        """List the rules that exclude a vacancy; none if it can be suggested.

        Raises `KeyError` for a vacancy that was not fitted.
        """
        check_is_fitted(self)
        vacancy = self.index_.vacancies[self.row_of_[vacancy_id]]
        findings = findings_for(Profile.of(seeker, self.as_of), vacancy)
        return tuple(finding for finding in findings if isinstance(finding, Exclusion))

    def explain(self, seeker: Seeker, vacancy_id: str) -> Match | None:
        """Return one vacancy's match with all its reasons, or `None` where a rule excludes it.

        Raises `KeyError` for a vacancy that was not fitted.
        """
        matches = self.rank_seekers(vacancy_id, [seeker], limit=1)
        return matches[0] if matches else None

    def rank_seekers(
        self, vacancy_id: str, seekers: Iterable[Seeker], limit: int = 20
    ) -> list[Match]:
        """Return the best seekers for one vacancy, at most `limit`, scored as in `rank`.

        Raises `KeyError` for a vacancy that was not fitted.
        """
        check_is_fitted(self)
        index = self.index_.only(self.row_of_[vacancy_id])
        matches = []
        for seeker in seekers:
            profile = Profile.of(seeker, self.as_of)
            answers = Answers.of(index, profile, self.weights)
            if answers.eligible().size:
                matches.append(self._match(index, profile, answers, 0))
        return sorted(matches, key=lambda match: (-match.score, match.seeker_id))[:limit]

    def _match(self, index: Index, profile: Profile, answers: Answers, row: int) -> Match:
        """Write out one match."""
        vacancy, score = index.vacancies[row], int(answers.scores[row])
        return Match(
            seeker_id=profile.seeker.id,
            vacancy_id=vacancy.id,
            score=points(score),
            label=label_for(score),
            reasons=answers.reasons(row),
            gaps=gaps(profile, vacancy),
            questions=questions(profile, vacancy, answers.checked.at(row)),
        )
