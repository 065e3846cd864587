"""What letters on the way link to are pages of the portal."""

from uuid import UUID

import pytest
from flask import Flask

from placements import letters
from placements.agreements.letters import PAGE
from web.introductions.asking import CONSENT_PATH
from web.introductions.signing import SIGN_PATH

# Fixed, so that the names of the tests are the same in every process that collects them.
ID = UUID("5f0c9e0a-4d0b-4d3e-9f6a-2b1c7d8e9f01")


@pytest.mark.parametrize(
    ("address", "endpoint"),
    [
        (letters.PORTAL_PATH, "employer_introductions.index"),
        (letters.portal_page(ID, ""), "employer_introductions.show"),
        (letters.portal_page(ID, "") + PAGE, "employer_introductions.agreement"),
        (letters.staff_page(ID, ""), "introductions.show"),
        (letters.staff_page(ID, "") + PAGE, "introductions.agreement"),
        (f"{letters.ANSWER_PATH}token", "answers.answer"),
        (f"{letters.ASSESSMENT_PATH}employer/token", "answers.employer_assessment"),
        (f"{letters.ASSESSMENT_PATH}youth/token", "answers.youth_assessment"),
        (f"{CONSENT_PATH}token", "answers.consent"),
        (f"{SIGN_PATH}token", "signing.agreement"),
    ],
)
def test_a_letters_address_is_a_page(shared_app: Flask, address: str, endpoint: str) -> None:
    assert shared_app.url_map.bind("").match(address)[0] == endpoint
