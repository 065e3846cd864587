"""Weighted comparisons: one file for each question, one row here for each weight.

A comparison answers with a share from 0 to 1 for every vacancy, and can say why for any of
them. What is not known gives no share.
"""

from collections.abc import Mapping, Sequence

from matching.comparisons.beginning import Beginning, easy_beginning
from matching.comparisons.judging import Comparison, by_fact
from matching.comparisons.meaning import Meaning
from matching.comparisons.nearness import near_home, newly_published
from matching.comparisons.skills import Skills
from matching.comparisons.wish import HeadlineWords
from matching.comparisons.work import Work, earlier_work, wanted_work
from matching.facts import Vacancy
from matching.rules.places import Place
from matching.terms import TermIndex
from matching.text import Terms, boilerplate, without

MOST_LETTERS = 2500


def fit(vacancies: Sequence[Vacancy]) -> Mapping[str, Comparison]:
    """Let every comparison read the vacancies, by the name of its weight in `Weights`."""
    words = read_words(vacancies)
    return {
        "occupation": by_fact(vacancies, Work.of, wanted_work),
        "wish": HeadlineWords.fit(vacancies),
        "experience": by_fact(vacancies, Work.of, earlier_work),
        "skills": Skills.fit(vacancies, words),
        "text": Meaning.fit(vacancies, words),
        "distance": by_fact(vacancies, Place.of, near_home),
        "first_job": by_fact(vacancies, Beginning.of, easy_beginning),
        "freshness": by_fact(vacancies, lambda vacancy: vacancy.published_on, newly_published),
    }


def read_words(vacancies: Sequence[Vacancy]) -> TermIndex:
    """Index the ads' words, without lines that many ads share; the headline counts twice."""
    shared = boilerplate([vacancy.text for vacancy in vacancies])
    texts = [
        f"{v.headline}\n{v.headline}\n{without(shared, v.text)[:MOST_LETTERS]}" for v in vacancies
    ]
    return TermIndex.fit(texts, Terms().of)
