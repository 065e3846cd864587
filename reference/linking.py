"""From what people write to occupation groups: ad headlines, and words typed into a field.

What a title is likely to mean has been learnt (`reference.title_model`); where the text is a
known title it is surer still. Swedish titles are learnt with SSYK 2012
codes, Norwegian ones with STYRK-08 codes, which lead on to groups of SSYK.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from reference.naming import named_by, nearly_named_by
from reference.nav_categories import likely_groups
from reference.occupations import by_styrk08
from reference.title_model import model_of
from reference.type_ahead import Found, suggest
from reference.words import bare, core

__all__ = ["Coded", "Found", "Link", "link", "link_codes", "suggest"]

# How sure the learnt makes us, at most: a known title itself goes before it.
SURE_BY_LIKENESS = 0.98
# How much the part that names the work weighs beside the whole headline.
BY_CORE = 0.6
# How much a category weighs beside the headline.
BY_CATEGORY = 0.25
# Where no code is surer, little has been understood, and the text may be misspelt.
UNDERSTOOD = 0.6
# Less sure than this is as good as nothing.
LEAST = 0.02
# Among groups that share a title the likelier goes first, with the same score to four digits.
TIE = 1e-5

Scores = Mapping[str, float]
"""From codes to how surely, or how likely, each is meant: from 0 to 1."""


class Link(NamedTuple):
    """An occupation group that a title may stand for, and how surely, from 0 to 1."""

    ssyk: str
    score: float


class Coded(NamedTuple):
    """A code of a country's own classification for a title, and how surely, from 0 to 1."""

    code: str
    score: float


def link(
    title: str, country: str = "SE", category: str | None = None, limit: int = 10
) -> list[Link]:
    """Link a free title or an ad's headline to occupation groups of SSYK 2012, the surest first.

    A known title makes us sure, 1, or 0.98 where it is a seldom one. Else the square of a score
    tells how likely the group is: two equally likely ones have 0.7 each. `country` says whose
    language and customs go first. `category` is NAV's own category of the ad and helps where the
    headline is vague. Ties break on the code. The first call takes a moment, or half a minute
    where the models are not made yet; later ones some milliseconds.
    """
    scores = _with_category(_scores(title, country, in_ssyk=True), category or "")
    return [Link(code, score) for code, score in _surest(scores, limit)]


def link_codes(title: str, country: str, limit: int = 10) -> list[Coded]:
    """Link as `link` does, to the country's own codes: SSYK 2012 for SE, STYRK-08 for NO."""
    scores = _scores(title, country, in_ssyk=country == "SE")
    return [Coded(code, score) for code, score in _surest(scores, limit)]


def _surest(scores: Scores, limit: int) -> list[tuple[str, float]]:
    ranked = sorted(scores.items(), key=lambda found: (-found[1], found[0]))
    return [(code, round(min(1.0, score), 4)) for code, score in ranked[:limit] if score >= LEAST]


def _with_category(scores: Scores, category: str) -> Scores:
    likely = likely_groups(category)
    if not likely:
        return scores
    return {
        code: (1 - BY_CATEGORY) * scores.get(code, 0.0) + BY_CATEGORY * likely.get(code, 0.0)
        for code in scores.keys() | likely.keys()
    }


@lru_cache(maxsize=4096)
def _scores(headline: str, country: str, *, in_ssyk: bool) -> Scores:
    """Score by likelihood, and by the known titles that stand in the headline."""
    likely = _likelihoods(headline, country)
    if in_ssyk and country == "NO":
        likely = _in_ssyk(headline, likely)
    scores = {code: SURE_BY_LIKENESS * likelihood**0.5 for code, likelihood in likely.items()}
    named = list(named_by(headline, country))
    if not named and max(scores.values(), default=0.0) < UNDERSTOOD:
        named.extend(nearly_named_by(headline, country))
    for known, sure in named:
        for code in (known.group.ssyk,) if in_ssyk else known.styrk08_codes:
            surer = sure + TIE * likely.get(code, 0.0)
            scores[code] = max(scores.get(code, 0.0), surer)
    return scores


@lru_cache(maxsize=4096)
def _likelihoods(headline: str, country: str) -> Scores:
    """Tell how likely each of the country's own codes is, by the headline and by its core."""
    model = model_of(country)
    whole, named = bare(headline), core(headline)
    likely = model.likelihoods(named)
    if named != whole:
        likely = BY_CORE * likely + (1 - BY_CORE) * model.likelihoods(whole)
    worth_telling = np.flatnonzero(likely >= LEAST**2).tolist()
    return {model.codes[at]: float(likely[at]) for at in worth_telling}


def _in_ssyk(headline: str, by_norwegian_code: Scores) -> Scores:
    """Carry over to SSYK; where a Norwegian group has several, as Swedish titles would say."""
    swedish = _likelihoods(headline, "SE")
    likely: dict[str, float] = {}
    for code, likelihood in by_norwegian_code.items():
        groups = [group.ssyk for group in by_styrk08(code)]
        shares = [swedish.get(ssyk, 0.0) + LEAST for ssyk in groups]
        for ssyk, share in zip(groups, shares, strict=True):
            likely[ssyk] = likely.get(ssyk, 0.0) + likelihood * share / sum(shares)
    return likely
