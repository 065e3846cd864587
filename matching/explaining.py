"""Matches written out in full, for the few vacancies that are shown."""

from collections.abc import Sequence
from functools import lru_cache

from matching.answers import Answers
from matching.explanation import Match, label_for, points
from matching.facts import Vacancy
from matching.index import Index
from matching.missing import gaps, questions
from matching.profile import Profile
from matching.query import Interpreter
from matching.reasons import Accounts
from matching.rules import findings_for
from matching.tables import Tables
from matching.weights import Weights

MOST_KEPT = 4_000


class Explainer:
    """Explains pairs by the readable reference; what it has read of a vacancy it keeps a while."""

    def __init__(self, interpreter: Interpreter, tables: Tables, weights: Weights) -> None:
        self.interpreter, self.tables, self.weights = interpreter, tables, weights
        self._read = lru_cache(MOST_KEPT)(self._index)

    def matches(self, profile: Profile, vacancies: Sequence[Vacancy]) -> list[Match]:
        """Write out the matches with some vacancies, in their order, but for those excluded."""
        if not vacancies:
            return []
        index = Index.joined([self._read(vacancy) for vacancy in vacancies])
        query = self.interpreter.query(profile)
        answers = Answers.of(
            index, profile, query, self.tables, self.interpreter.usual, self.weights
        )
        accounts = Accounts(index, profile, query, answers, self.interpreter)
        scores = answers.scores.tolist()
        return [
            _match(accounts, vacancies[row], row, scores[row])
            for row in answers.eligible().tolist()
        ]

    def _index(self, vacancy: Vacancy) -> Index:
        """Read one vacancy."""
        return self.interpreter.reader.read([vacancy])


def _match(accounts: Accounts, vacancy: Vacancy, row: int, score: int) -> Match:
    """Write out one match."""
    profile = accounts.profile
    findings = findings_for(profile, vacancy)
    return Match(
        seeker_id=profile.seeker.id,
        vacancy_id=vacancy.id,
        score=points(score),
        label=label_for(score),
        reasons=accounts.reasons(row, findings),
        gaps=gaps(profile, vacancy),
        questions=questions(profile, vacancy, findings),
    )
