"""Every code of the ranking in plain words, to the youth herself: short sentences, no jargon.

One table a kind of statement, from code to the sentence that its facts make. A test holds the
tables against the codes that `matching` can answer with, so none is left without words.
"""

from collections.abc import Callable, Mapping

from foundation.translating import _, lazy_
from matching.explanation import Facts
from suggestions.wording.changes import CHANGES
from suggestions.wording.exclusions import EXCLUSIONS
from suggestions.wording.gaps import GAPS
from suggestions.wording.questions import QUESTIONS
from suggestions.wording.reasons import REASONS

Sentences = Mapping[str, Callable[[Facts], str]]

LABELS: Mapping[str, str] = {
    "strong": lazy_("Stark"),
    "good": lazy_("God"),
    "possible": lazy_("Möjlig"),
}


def label(code: str) -> str:
    """How well an opening fits, in a word."""
    return str(LABELS[code])


def reason(code: str, facts: Facts) -> str:
    """Why an opening fits."""
    return _say(REASONS, code, facts)


def gap(code: str, facts: Facts) -> str:
    """What is asked for and not there yet."""
    return _say(GAPS, code, facts)


def question(code: str, facts: Facts) -> str:
    """What is worth asking, as the question itself."""
    return _say(QUESTIONS, code, facts)


def exclusion(code: str, facts: Facts) -> str:
    """What keeps a youth and an opening apart."""
    return _say(EXCLUSIONS, code, facts)


def change(code: str, facts: Facts, *, home: str | None) -> str:
    """What would be otherwise, as the beginning of a sentence, to who lives in a county."""
    return _say(CHANGES, code, {**facts, "home": home})


def way_round(code: str, facts: Facts, *, home: str | None, alone: bool) -> str:
    """What a change does to something that hinders, `alone` or one of several hindrances."""
    otherwise = change(code, facts, home=home)
    if alone:
        return _("%(change)s går det.", change=otherwise)
    return _("%(change)s är det inget hinder.", change=otherwise)


def _say(sentences: Sentences, code: str, facts: Facts) -> str:
    return sentences[code](facts)
