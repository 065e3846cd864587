"""Every page of the portal with an address to visit it at, by who may see it.

A page that is missing here makes `test_every_page_is_visited` fail.
"""

from collections.abc import Mapping
from datetime import timedelta

from flask import Flask
from sqlmodel import Session, select
from werkzeug.routing import Rule

from accounts import letters, links
from accounts.models import LinkPurpose, User
from employers.models import Colleague
from foundation import clock
from foundation.outbox import QueuedLetter
from openings import service as openings
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState
from placements import links as answer_links
from placements.meetings.models import Meeting
from placements.models import Introduction, LinkFor, Stage
from placements.work.models import FollowUp
from suggestions.models import Suggestion
from youths.models import Youth

Ids = Mapping[str, object]
"""A value for each part of an address that varies, by its name in the route."""

EMPLOYER = "karin.fjarden@example.org"
CASEWORKER = "lisa@demo.example.org"

NOT_PAGES = {
    "bootstrap.static",
    "employer_introductions.agreement_paper",
    "employer_introductions.meeting_file",
    "introductions.agreement_paper",
    "introductions.meeting_file",
    "home.healthz",
    "home.readyz",
    "reference.occupations",
    "static",
}
"""Files, and answers to machines and scripts."""

VISITOR = {
    "answers.answer",
    "answers.consent",
    "answers.employer_assessment",
    "answers.youth_assessment",
    "signing.agreement",
    "employer.check_mail",
    "employer.sign_up",
    "home.accessibility",
    "home.index",
    "home.privacy",
    "signin.choose_password",
    "signin.forgot_password",
    "signin.index",
    "signin.link",
    "signin.link_sent",
}
STAFF = {"signin.account", "signin.authenticator", "signin.change_password"}
CASEWORKERS = {
    "desk.index",
    "digests.index",
    "introductions.index",
    "introductions.terms",
    "openings.index",
    "openings.show",
    "suggestions.dismiss",
    "suggestions.for_opening",
    "suggestions.index",
    "suggestions.later",
    "suggestions.possibilities",
    "suggestions.why",
    "youths.archive",
    "youths.edit",
    "youths.hand_over",
    "youths.index",
    "youths.new",
    "youths.show",
}
AT_STAGES = {
    "introductions.introduce": Stage.CONSENTED,
    "introductions.withdraw": Stage.INTRODUCED,
    "introductions.part": Stage.MEETING,
    "introductions.propose_meeting": Stage.MEETING,
    "introductions.change_meeting": Stage.AGREEMENT,
    "introductions.cancel_meeting": Stage.AGREEMENT,
    "introductions.meeting_note": Stage.AGREEMENT,
    "introductions.agreement": Stage.AGREEMENT,
    "introductions.edit_agreement": Stage.AGREEMENT,
    "introductions.review_agreement": Stage.AGREEMENT,
    "introductions.sign_agreement": Stage.AGREEMENT,
    "introductions.sign_on_behalf": Stage.AGREEMENT,
    "introductions.drop_agreement": Stage.AGREEMENT,
    "introductions.follow_up": Stage.PLACED,
    "introductions.prolong": Stage.PLACED,
    "introductions.end": Stage.PLACED,
    "introductions.assessment": Stage.ENDED,
}
"""Pages about a youth on her way, and the stage at which each is opened."""
COORDINATORS = {"introductions.change_terms"}
EMPLOYERS = {
    "employer.change",
    "employer.index",
    "employer.invite",
    "employer.organisation",
    "employer_introductions.agreement",
    "employer_introductions.index",
    "employer_introductions.meeting",
    "employer_introductions.show",
    "employer_introductions.sign_agreement",
    "employer_openings.close",
    "employer_openings.discard",
    "employer_openings.edit",
    "employer_openings.index",
    "employer_openings.new",
    "employer_openings.preview",
}
ADMINISTRATORS = {"admin.audit", "admin.invite", "admin.letter", "admin.letters", "admin.user"}
ADMINISTRATORS |= {"admin.try_weights", "admin.users", "admin.weights"}
STEERING = {"steering.index"}
ON_THE_WAY = {"signin.code"}
"""Pages that one comes to only by a step before them; the tests take it."""

SHOWN = "introductions.show"
VISITED = (
    {SHOWN, *AT_STAGES}
    | COORDINATORS
    | VISITOR
    | STAFF
    | CASEWORKERS
    | EMPLOYERS
    | ADMINISTRATORS
    | STEERING
    | ON_THE_WAY
)


def pages_of(app: Flask) -> set[str]:
    """The endpoints that a person may open."""
    shown = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return shown - NOT_PAGES


def addresses(app: Flask, endpoints: set[str], ids: Ids) -> list[str]:
    """An address for each endpoint, in the order of the alphabet."""
    adapter = app.url_map.bind("")
    return [adapter.build(name, _parts(app, name, ids)) for name in sorted(endpoints)]


def _parts(app: Flask, endpoint: str, ids: Ids) -> dict[str, object]:
    rule: Rule = next(app.url_map.iter_rules(endpoint))
    return {name: ids[name] for name in rule.arguments}


def ids_for_a_caseworker(session: Session) -> Ids:
    """A youth of hers, and a suggestion that she may decide on."""
    youth = session.exec(select(Youth).where(Youth.alias == "Wilma")).one()
    suggestion = session.exec(select(Suggestion).where(Suggestion.youth_id == youth.id)).first()
    assert suggestion is not None
    return {
        "youth_id": youth.id,
        "suggestion_id": suggestion.id,
        "opening_id": suggestion.opening_id,
    }


def on_the_way(app: Flask, session: Session) -> list[str]:
    """An address of each page about a youth on her way, and of her own at every stage."""
    found = {each.stage: each for each in session.exec(select(Introduction))}
    talk = session.exec(select(FollowUp)).first()
    assert talk is not None
    meeting = meeting_of(session, found[Stage.AGREEMENT])
    varying = {"follow_up_id": talk.id, "meeting_id": meeting.id, "party": "youth"}
    listed = [(SHOWN, made.id) for made in found.values()]
    listed += [(endpoint, found[stage].id) for endpoint, stage in AT_STAGES.items()]
    return [
        address
        for endpoint, id_ in listed
        for address in addresses(app, {endpoint}, {"introduction_id": id_} | varying)
    ]


def ids_for_an_employer(session: Session) -> Ids:
    """Her organisation, and an opening of it."""
    colleague = session.exec(select(Colleague).join(User).where(User.email == EMPLOYER)).one()
    of_hers = select(Opening).where(Opening.employer_id == colleague.employer_id)
    shown = session.exec(of_hers.where(Opening.state == OpeningState.PUBLISHED)).first()
    assert shown is not None
    introductions = select(Introduction).join(Opening)
    to_her = introductions.where(Opening.employer_id == colleague.employer_id)
    made = session.exec(to_her.where(Introduction.stage == Stage.AGREEMENT)).first()
    assert made is not None
    return {
        "employer_id": colleague.employer_id,
        "opening_id": shown.id,
        "introduction_id": made.id,
        "meeting_id": meeting_of(session, made).id,
    }


def meeting_of(session: Session, introduction: Introduction) -> Meeting:
    """A meeting that has been proposed."""
    return session.exec(select(Meeting).where(Meeting.introduction_id == introduction.id)).one()


def links_that_answer(session: Session) -> dict[str, str]:
    """A token for each page that is answered without signing in, by the page."""
    made = {each.stage: each for each in session.exec(select(Introduction))}
    until = clock.now() + timedelta(days=1)
    wanted = {
        "answers.answer": (Stage.INTRODUCED, LinkFor.ANSWER),
        "answers.consent": (Stage.ASKED, LinkFor.CONSENT),
        "answers.employer_assessment": (Stage.ENDED, LinkFor.EMPLOYER_ASSESSMENT),
        "answers.youth_assessment": (Stage.ENDED, LinkFor.YOUTH_ASSESSMENT),
        "signing.agreement": (Stage.AGREEMENT, LinkFor.SIGN),
    }
    return {
        page: answer_links.issue(session, made[stage], purpose, to=None, expires_at=until)
        for page, (stage, purpose) in wanted.items()
    }


def draft_of_the_employer(session: Session) -> Opening:
    """A draft that she may throw away."""
    shown = session.get_one(Opening, ids_for_an_employer(session)["opening_id"])
    assert shown.employer is not None
    user = session.exec(select(User).where(User.email == EMPLOYER)).one()
    facts = OpeningFacts(headline="Halvskriven plats")
    return openings.create_draft(session, shown.employer, facts, by=user, now=clock.now())


def ids_for_an_administrator(session: Session, public_url: str) -> Ids:
    """Somebody with an account, and a letter to her."""
    user = session.exec(select(User).where(User.email == CASEWORKER)).one()
    now = clock.now()
    letters.send_link(session, user, LinkPurpose.RESET, public_url=public_url, now=now)
    letter = session.exec(select(QueuedLetter).where(QueuedLetter.to == user.email)).first()
    assert letter is not None
    return {"user_id": user.id, "letter_id": letter.id}


def token_for(session: Session, email: str, purpose: LinkPurpose) -> str:
    """What a letter's link to this person ends with."""
    user = session.exec(select(User).where(User.email == email)).one()
    return links.issue(session, user, purpose, now=clock.now())
