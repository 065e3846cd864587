"""Every code that an answer may hold, and the names of its facts.

Whoever words the answers words these. A fact may be `None` where it is not known. Facts called
`ssyk`, `aim` and `practised` are SSYK 2012 groups, `municipality`, `county`, `from` and `to`
codes of places, `language` ISO 639-1, days ISO 8601. `authority` is Sweden's; in another
`country` another one decides.
"""

from collections.abc import Mapping

Codes = Mapping[str, frozenset[str]]


def _codes(table: str) -> Codes:
    """Read lines of a code and the names of its facts."""
    lines = (line.split() for line in table.strip().splitlines())
    return {code: frozenset(facts) for code, *facts in lines}


REASONS = _codes(
    """
    occupation ssyk aim wish
    occupation_near ssyk aim wish
    wish phrase words
    usual_title phrase words
    experience title months ssyk practised
    experience_near title months ssyk practised
    skills asked mentioned
    text words
    distance km from to country
    chosen_county country municipality county
    first_job because ssyk kind
    freshness days
    driving_licence_met licence held
    own_car_met
    language_met language level have through
    authorisation_met ssyk authority country
    education_met level have
    age_met minimum_age
    """
)
"""Why it fits. `occupation_near` and `experience_near` are other groups, near in SSYK 2012."""

GAPS = _codes(
    """
    skill skill
    experience months have
    useful_skill skill
    useful_driving_licence licence
    useful_language language level
    useful_education level have
    useful_own_car
    useful_experience
    """
)
"""What is asked for, or would be useful, and is known to be missing."""

QUESTIONS = _codes(
    """
    available_from starts_on ends_on
    late_start starts_on ends_on available_from days
    workplace country municipality county
    home_municipality country municipality county
    driving_licence licence
    own_car
    language language level
    language_level language level
    authorisation ssyk authority country
    education level have
    age minimum_age
    birthday minimum_age
    skills skills
    experience months
    experience_months months title
    wishes
    """
)
"""What to ask the seeker; `late_start` and `workplace` are for the employer."""

EXCLUSIONS = _codes(
    """
    closed
    filled
    deadline_passed deadline
    ended ends_on
    not_available_in_time starts_on ends_on available_from
    country country
    search_area country municipality county km max_km
    driving_licence licence
    own_car
    language language level
    authorisation ssyk authority country
    education level have
    age minimum_age
    """
)
"""What stands in the way."""
