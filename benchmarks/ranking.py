"""This ranker beside plain TF-IDF cosine, in one run: who finds the right work, and how fast.

Run with `python -m benchmarks.ranking [--vacancies 60000]`. Seekers say what they want in a few
everyday words. An ad is relevant by its official SSYK 2012 code: wholly for the same unit
group, half for the same minor group. The ranker is also run blind to those codes, so that it
has nothing but the words that the baseline has.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.evaluation import mean, ndcg_at, recall_at, reciprocal_rank
from matching.facts import Seeker, Vacancy
from matching.matcher import OpeningMatcher
from reference.occupations import OccupationGroup, groups
from reference.places import municipalities

REAL_ADS = Path(__file__).resolve().parents[2] / "shared" / "data"
FIRST = 10
SEED = 2026

# What a young person might say, and the unit group that it means.
WISHES = {
    "jobba med barn": "5311",
    "passa barn": "9119",
    "leda ungdomar på fritiden": "3423",
    "hjälpa gamla på äldreboende": "5321",
    "jobba med personer med funktionsnedsättning": "5342",
    "lager": "4322",
    "sälja på telefon": "5242",
    "jobba i butik": "5223",
    "snabbmat": "9412",
    "barista, kafé": "5132",
    "bilrekond": "9120",
    "skruva med bilar, däck": "8213",
    "tvätteri": "8151",
    "programmera": "2512",
    "besöka kunder och sälja": "3322",
}

Ranking = Callable[[Seeker], list[str]]


def main() -> None:
    """Print both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vacancies", type=int, default=60_000, help="how many to generate")
    count = parser.parse_args().vacancies
    if REAL_ADS.is_dir():
        compare("Real ads, everyday wishes", read_ads(), WISHES)
    generated = generate(count)
    wishes = {occupation.titles_sv[-1]: occupation.ssyk for occupation in groups()[200::10]}
    compare(f"{count} generated ads, titles as wishes", generated, wishes)


def compare(title: str, vacancies: Sequence[Vacancy], wishes: Mapping[str, str]) -> None:
    """Measure the rankers on the same ads and wishes."""
    print(f"\n{title} ({len(vacancies)} ads, {len(wishes)} seekers)")
    print(f"{'':26}{'nDCG@10':>9}{'MRR':>7}{'R@10':>7}{'fit s':>8}{'ms each':>9}")
    blind = [replace(each, occupation=None, occupation_title=None) for each in vacancies]
    baseline = measure("TF-IDF cosine", partial(cosine, blind), vacancies, wishes)
    for name, seen in (("this, blind to codes", blind), ("this", vacancies)):
        reached = measure(name, partial(matcher, seen), vacancies, wishes)
        print(f"{'':26}{reached / max(baseline, 1e-9):8.2f} times the baseline's nDCG")


def measure(
    name: str,
    make: Callable[[], Ranking],
    vacancies: Sequence[Vacancy],
    wishes: Mapping[str, str],
) -> float:
    """Fit one ranker, let it answer every wish, print its line and return its nDCG."""
    started = perf_counter()
    rank = make()
    fitted = perf_counter() - started
    rank(Seeker(id="warm", wishes=("värma upp",)))
    times, ndcg, first, recall = [], [], [], []
    for wish, ssyk in wishes.items():
        gains = judge(vacancies, ssyk)
        started = perf_counter()
        ranked = rank(Seeker(id=wish, wishes=(wish,)))
        times.append(perf_counter() - started)
        ndcg.append(ndcg_at(FIRST, ranked, gains))
        first.append(reciprocal_rank(ranked, gains))
        recall.append(recall_at(FIRST, ranked, gains))
    figures = f"{mean(ndcg):9.3f}{mean(first):7.3f}{mean(recall):7.3f}"
    print(f"{name:26}{figures}{fitted:8.1f}{1000 * float(np.median(times)):9.1f}")
    return mean(ndcg)


def judge(vacancies: Sequence[Vacancy], ssyk: str) -> dict[str, float]:
    """Say what each ad is worth to somebody who wants an occupation."""
    near = {each.id: each.occupation for each in vacancies if each.occupation is not None}
    return {
        vacancy_id: 1.0 if code == ssyk else 0.5
        for vacancy_id, code in near.items()
        if code[:3] == ssyk[:3]
    }


def matcher(vacancies: Sequence[Vacancy]) -> Ranking:
    """Make the product's ranker."""
    fitted = OpeningMatcher().fit(vacancies)
    return lambda seeker: [match.vacancy_id for match in fitted.rank(seeker, limit=FIRST)]


def cosine(vacancies: Sequence[Vacancy]) -> Ranking:
    """Make the baseline: scikit-learn's TF-IDF over words, and the cosine with the wishes."""
    weigher = TfidfVectorizer(dtype=np.float32, sublinear_tf=True)
    weights = weigher.fit_transform(f"{each.headline} {each.text}" for each in vacancies).T.tocsr()
    ids = [vacancy.id for vacancy in vacancies]

    def rank(seeker: Seeker) -> list[str]:
        likeness = (weigher.transform([" ".join(seeker.wishes)]) @ weights).toarray().ravel()
        best = np.argsort(-likeness, kind="stable")[:FIRST]
        return [ids[row] for row in best if likeness[row] > 0]

    return rank


def read_ads() -> list[Vacancy]:
    """Read the Swedish ads that lie beside the project; the IT ads there have no codes."""
    coded = [_vacancy(ad, ad["occupation_group"]) for ad in _rows("ads_se_jobtech.jsonl.gz")]
    others = [_vacancy(ad, {}) for ad in _rows("ads_se_goteborg_it.jsonl.gz")]
    return coded + others


def _rows(name: str) -> list[dict[str, Any]]:
    """Read one file of ads."""
    with gzip.open(REAL_ADS / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _vacancy(ad: Mapping[str, Any], occupation: Mapping[str, str]) -> Vacancy:
    """Keep what both rankers may see."""
    return Vacancy(
        id=str(ad["id"]),
        headline=ad["headline"] or "",
        text=ad["description"]["text"] or "",
        occupation=occupation.get("legacy_ams_taxonomy_id"),
        occupation_title=(ad.get("occupation") or {}).get("label"),
    )


def generate(count: int) -> list[Vacancy]:
    """Invent ads of all groups: a title of the group, and a text of words from its own titles
    and, as in real ads, many more from elsewhere.
    """
    chance = np.random.default_rng(SEED)
    known = groups()
    filler = [word for each in known for title in each.titles_nb for word in title.split()]
    seats = municipalities("SE")
    return [
        _invent(
            number,
            known[chance.integers(len(known))],
            [filler[at] for at in chance.integers(len(filler), size=150)],
            seats[chance.integers(len(seats))].code,
            chance,
        )
        for number in range(count)
    ]


def _invent(
    number: int,
    occupation: OccupationGroup,
    filler: Sequence[str],
    municipality: str,
    chance: np.random.Generator,
) -> Vacancy:
    """Invent one ad; the last title of each group is kept for the seekers."""
    titles = occupation.titles_sv[:-1]
    told = [titles[at] for at in chance.integers(len(titles), size=4)]
    return Vacancy(
        id=f"{number:06}",
        headline=f"{told[0].capitalize()} till {filler[0]}",
        text=" ".join([*filler, *told]),
        municipality=municipality,
        occupation=occupation.ssyk,
    )


if __name__ == "__main__":
    main()
