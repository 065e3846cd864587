"""Do the seeker's own words, or the usual titles of what she aims at, stand in the headline?"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from matching.comparisons.judging import WHOLE, Judgement
from matching.explanation import Facts
from matching.query import Phrase, Query, Sought
from matching.titles import UsualTitles
from matching.vocabulary import likeness, looks_like

OWN_WORDS = 1000
LEAST_SAID = 400
"""What is less of a wish than this, in thousandths, is none of it."""


class Answer(NamedTuple):
    """How much of which phrase a headline holds, and what the phrase is worth, in thousandths."""

    share: int = 0
    worth: int = 0
    said: bool = False
    phrase: str = ""
    words: tuple[Sought, ...] = ()

    def judgement(self, headline: Collection[str]) -> Judgement:
        """Name the phrase, and the words of the headline that answer it."""
        answers = {
            word for word in headline for sought in self.words if grade(sought, word, self.said)
        }
        facts: Facts = {"phrase": self.phrase, "words": sorted(answers)}
        return Judgement(self.share / WHOLE, "wish" if self.said else "usual_title", facts)


NO_ANSWER = Answer()


def best(query: Query, headline: frozenset[str], usual: UsualTitles) -> Answer:
    """Find the phrase that a headline answers best; of equals, the seeker's own goes first."""
    answer, points = NO_ANSWER, 0
    for each in _answers(query, headline, usual):
        if each.share * each.worth > points:
            answer, points = each, each.share * each.worth
    return answer


def _answers(query: Query, headline: frozenset[str], usual: UsualTitles) -> Iterator[Answer]:
    """Yield what a headline holds of the seeker's words and of usual titles."""
    for phrase in query.phrases:
        if share := share_of(phrase, headline):
            yield Answer(share, OWN_WORDS, True, phrase.text, phrase.words)
    titles = usual.within(headline) if query.titles else {}
    for ssyk, worth in query.titles.items():
        if ssyk in titles:
            share, title = titles[ssyk]
            sought = tuple(Sought(word, 0, False) for word in title.words)
            yield Answer(share, worth, False, title.text, sought)


def share_of(phrase: Phrase, headline: Collection[str]) -> int:
    """Return how much of a phrase a headline holds, in thousandths."""
    share = 0
    for sought in phrase.words:
        best_grade = max((grade(sought, word, True) for word in headline), default=0)
        share += best_grade * sought.weight // WHOLE
    return min(WHOLE, share) if share >= LEAST_SAID else 0


def grade(sought: Sought, word: str, said: bool) -> int:
    """Return how well a headline's word answers one that is looked for."""
    if sought.misspelt:
        return looks_like(sought.word, word)
    return likeness(sought.word, word, said=said)
