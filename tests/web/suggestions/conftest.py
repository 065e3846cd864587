"""A caseworker who is signed in, and a suggestion for a youth of hers."""

import pytest
from sqlmodel import Session

from accounts.models import User
from suggestions.models import Part, Suggestion
from tests.client import Client
from tests.factories import make_caseworker, make_opening, make_youth
from tests.suggestions.makers import make_suggestion

REASONS = [
    Part(code="occupation", points=0.34, facts={"ssyk": "9412", "aim": "9412", "wish": "kök"}),
    Part(
        code="distance", points=0.08, facts={"km": 0, "from": "2182", "to": "2182", "country": "SE"}
    ),
]
GAPS = [Part(code="useful_skill", facts={"skill": "truckkort"})]
QUESTIONS = [Part(code="driving_licence", facts={"licence": "B"})]


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session, name="Sara Lind")
    client.sign_in(user)
    return user


@pytest.fixture
def suggestion(session: Session, sara: User) -> Suggestion:
    """A suggestion with reasons, a gap and a question."""
    youth = make_youth(session, sara, alias="Räv 7")
    opening = make_opening(session, headline="Köksbiträde till lunchen")
    return make_suggestion(session, youth, opening, reasons=REASONS, gaps=GAPS, questions=QUESTIONS)
