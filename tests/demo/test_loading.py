"""The demo data is whole, believable, and loaded once."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlmodel import Session, func, select

from accounts.models import Team
from demo import loading, rows
from employers import numbers
from employers.models import Employer
from openings.models import Opening
from reference import occupations, places
from tests.factories import NOW
from youths.first_days.models import Pause
from youths.models import Youth
from youths.plans.models import JointMeeting

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TOWNS = {"Söderhamn", "Hudiksvall", "Nyköping", "Gävle", "Trondheim", "Oslo"}


def test_the_demo_fills_an_empty_database_once(app: Flask, session: Session) -> None:
    with app.app_context():
        assert loading.load_once(session, now=NOW, zone=STOCKHOLM)
        assert not loading.load_once(session, now=NOW, zone=STOCKHOLM)
    counts = [
        session.exec(select(func.count()).select_from(table)).one()
        for table in (Employer, Opening, Youth, Team)
    ]
    assert counts == [14, 60, 25, 2]
    assert session.exec(select(func.count()).select_from(JointMeeting)).one() == 1
    assert session.exec(select(Pause)).one().ends_on is None


def test_every_town_has_openings(app: Flask, session: Session) -> None:
    with app.app_context():
        loading.load_once(session, now=NOW, zone=STOCKHOLM)
    found = Counter(
        place.name
        for opening in session.exec(select(Opening))
        if (place := places.municipality(opening.country, opening.municipality or ""))
    )
    assert set(found) == TOWNS
    assert min(found.values()) >= 5


@pytest.mark.parametrize("row", rows.facts("opening"), ids=lambda row: str(row["headline"]))
def test_every_opening_has_a_real_occupation(row: dict[str, str]) -> None:
    assert occupations.group(row["occupation"])


@pytest.mark.parametrize("row", rows.facts("employer"), ids=lambda row: str(row["key"]))
def test_every_employer_has_a_number_that_the_portal_accepts(row: dict[str, str]) -> None:
    number = row.get("organization_number")
    if number is None:
        assert row["parent"] == "kommunen"
        return
    assert numbers.read(number, row.get("country", "SE")).digits == number
