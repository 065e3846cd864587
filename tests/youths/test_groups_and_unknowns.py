"""What is computed from a youth's record: target groups, and what is still to be asked."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from tests.factories import TODAY, make_youth
from youths.models import LanguageSkill, Youth
from youths.target_groups import LABELS, NOTED, Rules, TargetGroup, groups_of, label_of
from youths.unknowns import Unknown, has_unknowns, unknowns_of

ALL_ANSWERED: dict[str, Any] = {
    "experience": [],
    "skills": [],
    "languages": [],
    "driving_licences": [],
    "education_level": "none",
    "available_from": TODAY,
    "authorised_occupations": [],
    "born": 2005,
}


@pytest.mark.parametrize(
    ("born", "is_young"), [(2009, False), (2008, True), (2001, True), (2000, False), (None, False)]
)
def test_18_to_24_follows_from_the_year_of_birth(
    session: Session, born: int | None, is_young: bool
) -> None:
    youth = make_youth(session, born=born)

    assert (TargetGroup.AGED_18_TO_24 in groups_of(youth, TODAY)) is is_young


def test_long_registration_follows_from_the_date(session: Session) -> None:
    new = make_youth(session, registered_on=TODAY - timedelta(days=365))
    long = make_youth(session, registered_on=TODAY - timedelta(days=366))

    assert TargetGroup.OVER_TWELVE_MONTHS not in groups_of(new, TODAY)
    assert TargetGroup.OVER_TWELVE_MONTHS in groups_of(long, TODAY)


def test_a_group_that_is_not_kept_here_is_not_shown(session: Session) -> None:
    youth = make_youth(session, born=None, target_groups=["income_support", "newly_arrived"])

    assert groups_of(youth, TODAY) == (TargetGroup.NEWLY_ARRIVED,)


def test_no_group_about_health_or_benefits_can_be_noted() -> None:
    assert set(NOTED) < set(TargetGroup) == set(LABELS)
    sensitive = ("support", "benefit", "health", "disab", "born_abroad", "sex")
    assert not [group for group in TargetGroup if any(word in group for word in sensitive)]


def test_a_new_youth_has_everything_to_be_asked(session: Session) -> None:
    youth = make_youth(session, born=None)

    assert unknowns_of(youth) == tuple(Unknown)


def test_an_answer_of_none_is_an_answer(session: Session) -> None:
    assert unknowns_of(make_youth(session, **ALL_ANSWERED)) == ()


@pytest.mark.parametrize("fact", Unknown)
def test_the_database_agrees_on_what_is_unknown(session: Session, fact: Unknown) -> None:
    make_youth(session, alias="besvarad", **ALL_ANSWERED)
    make_youth(session, alias="frågan kvar", **{**ALL_ANSWERED, fact.value: None})

    found = session.exec(select(Youth.alias).where(has_unknowns())).all()

    assert found == ["frågan kvar"]


@pytest.mark.parametrize(
    ("level", "noted", "is_learning"),
    [
        ("A2", False, True),
        ("B1", False, True),
        ("B2", True, False),
        ("native", True, False),
        (None, True, True),
        (None, False, False),
    ],
)
def test_swedish_is_computed_where_it_is_judged_and_noted_where_it_is_not(
    session: Session, level: str | None, noted: bool, is_learning: bool
) -> None:
    groups = ["learning_swedish"] if noted else []
    languages = [LanguageSkill(language="sv", level=level)]
    youth = make_youth(session, languages=languages, target_groups=groups)

    assert (TargetGroup.LEARNING_SWEDISH in groups_of(youth, TODAY)) is is_learning


def test_a_teams_own_limits_count(session: Session) -> None:
    youth = make_youth(session, born=TODAY.year - 28, registered_on=TODAY - timedelta(days=100))
    rules = Rules(young_below=30, long_after_months=3)

    assert {TargetGroup.UNDER_25, TargetGroup.OVER_TWELVE_MONTHS} <= set(
        groups_of(youth, TODAY, rules)
    )
    assert label_of(TargetGroup.OVER_TWELVE_MONTHS, rules) == "Inskriven mer än 3 månader"
    assert TargetGroup.UNDER_25 not in groups_of(youth, TODAY)
