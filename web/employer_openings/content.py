"""Between the form about an opening and its facts, in both directions."""

from dataclasses import asdict
from typing import Any

from openings.facts import OpeningFacts
from openings.models import LanguageNeed, Merits, Needs, OpeningKind
from web.employer_openings import occupation
from web.employer_openings.forms import MERIT, NEED, OpeningForm

YES_OR_NO = {"yes": True, "no": False}
WORDS_OF = {None: "", True: "yes", False: "no"}
AS_THEY_ARE = (
    "headline",
    "description",
    "starts_on",
    "ends_on",
    "application_deadline",
    "scope_min",
    "scope_max",
    "working_hours",
    "experience_months",
    "minimum_age",
    "accessibility",
    "housing",
)
"""The fields that mean the same in the form and in the facts."""


def facts_from(form: OpeningForm) -> OpeningFacts:
    """What a valid form says, with the occupation as far as it can be told."""
    country, _dash, municipality = (form.place.data or "SE-").partition("-")
    vacancies = form.number_of_vacancies.data
    return OpeningFacts(
        kind=OpeningKind(form.kind.data),
        occupation=occupation.chosen_in(form),
        occupation_title=form.occupation_title.data or None,
        country=country,
        municipality=municipality or None,
        street_address=form.street_address.data or None,
        number_of_vacancies=1 if vacancies is None else vacancies,
        must_have=Needs(
            skills=form.must_have_skills.lines,
            driving_licences=tuple(form.must_have_licences.data or ()),
            languages=_spoken(form.languages.data, NEED),
            own_car=form.must_have_car.data,
        ),
        nice_to_have=Merits(
            skills=form.nice_to_have_skills.lines,
            driving_licences=tuple(form.nice_to_have_licences.data or ()),
            languages=_spoken(form.languages.data, MERIT),
            experience=form.nice_to_have_experience.data,
            education_level=form.nice_to_have_education.data or None,
        ),
        experience_required=YES_OR_NO.get(form.experience_required.data),
        education_level=form.education_level.data or None,
        supervisor=form.supervisor_name,
        **{name: form[name].data for name in AS_THEY_ARE},
    )


def data_from(facts: OpeningFacts) -> dict[str, Any]:
    """What the form shows for these facts, with one empty row for another language."""
    known = asdict(facts)
    must, nice = facts.must_have, facts.nice_to_have
    return {
        **{name: known[name] for name in AS_THEY_ARE},
        "kind": facts.kind,
        "supervisor": facts.supervisor,
        "occupation": facts.occupation or "",
        "occupation_title": facts.occupation_title or occupation.label(facts.occupation),
        "place": f"{facts.country}-{facts.municipality}" if facts.municipality else "",
        "street_address": facts.street_address or "",
        "number_of_vacancies": facts.number_of_vacancies,
        "must_have_skills": "\n".join(must.skills),
        "must_have_licences": must.driving_licences,
        "must_have_car": must.own_car,
        "nice_to_have_skills": "\n".join(nice.skills),
        "nice_to_have_experience": nice.experience,
        "nice_to_have_education": nice.education_level or "",
        "nice_to_have_licences": nice.driving_licences,
        "languages": [*_rows(must, NEED), *_rows(nice, MERIT), {}],
        "experience_required": WORDS_OF[facts.experience_required],
        "education_level": facts.education_level or "",
    }


def _spoken(rows: list[dict[str, Any]], weight: str) -> tuple[LanguageNeed, ...]:
    return tuple(
        LanguageNeed(language=row["language"], level=row["level"] or None)
        for row in rows
        if row["language"] and row["weight"] == weight
    )


def _rows(needs: Needs, weight: str) -> list[dict[str, str]]:
    return [
        {"language": need.language, "level": need.level or "", "weight": weight}
        for need in needs.languages
    ]
