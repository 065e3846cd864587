"""Matches written out in full, for the few vacancies that are shown."""

from collections.abc import Callable, Iterable, Sequence

from matching.answers import Answers
from matching.engine.engine import Engine
from matching.explanation import Match, label_for, points
from matching.facts import Vacancy
from matching.index import Index
from matching.missing import gaps, questions
from matching.profile import Profile
from matching.reasons import Accounts
from matching.weights import Weights

FetchVacancies = Callable[[Sequence[str]], Sequence[Vacancy]]
"""Fetches the vacancies of some ids, in their order: they are explained, not the index."""


class Explainer:
    """Explains pairs by the readable reference, from what the engine has read of the vacancies.

    The points and the findings come from there; of the vacancy itself only what is missing and
    what to ask, so a vacancy that was changed a moment ago cannot make the two differ.
    """

    def __init__(self, engine: Engine, weights: Weights) -> None:
        self.engine, self.weights = engine, weights

    def matches(
        self, profile: Profile, vacancy_ids: Iterable[str], fetch: FetchVacancies
    ) -> list[Match]:
        """Write out the matches with some vacancies, but for those excluded or not there."""
        read = ((each, self.engine.recall(each)) for each in vacancy_ids)
        held = {each: index for each, index in read if index is not None}
        if not held:
            return []
        vacancies, index = fetch([*held]), Index.joined([*held.values()])
        interpreter = self.engine.interpreter
        query = interpreter.query(profile)
        answers = Answers.of(
            index, profile, query, self.engine.tables, interpreter.usual, self.weights
        )
        accounts = Accounts(index, profile, query, answers, interpreter)
        scores = answers.scores.tolist()
        return [
            _match(accounts, vacancies[row], row, scores[row])
            for row in answers.eligible().tolist()
        ]


def _match(accounts: Accounts, vacancy: Vacancy, row: int, score: int) -> Match:
    """Write out one match."""
    profile, findings = accounts.profile, accounts.findings(row)
    return Match(
        seeker_id=profile.seeker.id,
        vacancy_id=vacancy.id,
        score=points(score),
        label=label_for(score),
        reasons=accounts.reasons(row, findings),
        gaps=gaps(profile, vacancy),
        questions=questions(profile, vacancy, findings),
    )
