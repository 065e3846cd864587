"""Maj and her café, whom the tests of an employer's pages are about."""

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from employers.models import Employer
from tests.factories import make_employer, make_user


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER, name="Maj Berg")


@pytest.fixture
def employer(session: Session, maj: User) -> Employer:
    return make_employer(session, maj, name="Kaféet", organization_number="5560160680")
