"""The links of weekly letters, for the pages that they open."""

from sqlmodel import Session, col, select

from accounts.models import User
from digests.links import Signer
from employers.models import Colleague
from openings.models import Opening
from suggestions import queries as suggestions
from tests.browser.pages import CASEWORKER, EMPLOYER


def links_in_letters(session: Session, secret: str) -> dict[str, str]:
    """A token for each page that a weekly letter leads to, by the page."""
    signer = Signer(secret)
    caseworker = session.exec(select(User).where(User.email == CASEWORKER)).one()
    suggestion = session.exec(suggestions.visible_to(caseworker).limit(1)).one()
    colleague = session.exec(select(Colleague).join(User).where(User.email == EMPLOYER)).one()
    dated = col(Opening.application_deadline).is_not(None)
    own = select(Opening).where(Opening.employer_id == colleague.employer_id, dated)
    opening = session.exec(own).first()
    assert opening is not None
    assert opening.application_deadline is not None
    last, user_id = opening.application_deadline, colleague.user_id
    paths = {
        "letter_links.stop": signer.stop(caseworker.id),
        "letter_links.stop_own": signer.stop_own(suggestion.youth_id),
        "letter_links.opinion": signer.opinion(suggestion.id, caseworker.id),
        "letter_links.prolong": signer.prolong(opening.id, user_id, last),
    }
    return {page: path.rpartition("/")[2] for page, path in paths.items()}
