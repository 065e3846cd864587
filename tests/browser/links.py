"""The links that letters and printed cards carry, for the pages that they open."""

from datetime import timedelta

from sqlmodel import Session, col, select

from accounts import links
from accounts.models import LinkPurpose, User
from digests.links import Signer
from employers.models import Colleague
from events import links as event_links
from events.models import Event, EventState, Invitation
from foundation import clock
from openings.models import Opening
from placements import links as answer_links
from placements.models import Introduction, LinkFor, Stage
from suggestions import queries as suggestions
from tests.browser.pages import CASEWORKER, EMPLOYER
from tests.browser.samples import introduced_to
from youths.models import Youth
from youths.plans import links as personal_links
from youths.plans.models import JointMeeting


def token_for(session: Session, email: str, purpose: LinkPurpose) -> str:
    """What a letter's link to this person ends with."""
    user = session.exec(select(User).where(User.email == email)).one()
    return links.issue(session, user, purpose, now=clock.now())


def links_that_answer(session: Session) -> dict[str, str]:
    """A token for each page that is answered without signing in, by the page.

    The demo's are the eldest, so those that another test has led along are left alone.
    """
    newest_first = select(Introduction).order_by(col(Introduction.started_at).desc())
    made = {each.stage: each for each in session.exec(newest_first)}
    until = clock.now() + timedelta(days=1)
    wanted = {
        "answers.answer": (Stage.INTRODUCED, LinkFor.ANSWER),
        "answers.consent": (Stage.ASKED, LinkFor.CONSENT),
        "answers.employer_assessment": (Stage.ENDED, LinkFor.EMPLOYER_ASSESSMENT),
        "answers.youth_assessment": (Stage.ENDED, LinkFor.YOUTH_ASSESSMENT),
        "signing.agreement": (Stage.AGREEMENT, LinkFor.SIGN),
    }
    colleague = select(User).where(User.email == EMPLOYER)
    made[Stage.INTRODUCED] = introduced_to(session, user := session.exec(colleague).one())
    asked = select(Invitation).join(Event).where(Event.state == EventState.ANNOUNCED)
    invitation = session.exec(asked).first()
    assert invitation is not None
    invited = event_links.issue(session, invitation, to=user, expires_at=until)
    return {"own_plan.door": own_page(session), "answers.event": invited} | {
        page: answer_links.issue(session, made[stage], purpose, to=user, expires_at=until)
        for page, (stage, purpose) in wanted.items()
    }


def own_page(session: Session) -> str:
    """What the link to a youth's own page ends with; hers with the fullest plan."""
    youth = session.exec(select(Youth).join(JointMeeting)).one()
    return personal_links.issue(session, youth, by=youth.responsible, now=clock.now())


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
