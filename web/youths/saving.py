"""From a valid form to a saved record. What the rules refuse is said at the field it is about."""

from collections.abc import Sequence

from flask import request

from accounts.models import Team, User
from foundation import clock
from foundation.translating import _
from placements.models import Why
from placements.service import withdraw_all
from web import guards
from web.addresses import public_url
from web.db import session
from web.youths.content import facts_from
from web.youths.forms import ChangeForm, RegisterForm
from web.youths.viewing import noted_list
from youths import service
from youths.facts import YouthFacts
from youths.models import Youth
from youths.recognising import Recognised, recognise


def unanswered(form: RegisterForm) -> Recognised | None:
    """Who the new one may be, unless it has been said that she is nobody of those.

    What is told is logged, also of the youths behind what is told of another team: nobody shall
    find out who is known where by filling in names.
    """
    found = recognise(session, form.alias.data or "", form.born.data, by=guards.user())
    if found.keys <= set(request.form.get("is_other", "").split()):
        return None
    noted_list(found.seen, "youth.found")
    noted_list(found.hidden, "youth.hinted")
    return found


def registered(form: RegisterForm, teams: Sequence[Team], people: Sequence[User]) -> Youth | None:
    """The new youth, committed; None where the form now says what has to be mended."""
    try:
        youth = service.register(
            session,
            facts_from(form),
            team=next(team for team in teams if str(team.id) == form.team.data),
            responsible=next(p for p in people if str(p.id) == form.responsible.data),
            by=guards.user(),
            now=clock.now(),
        )
    except service.NotOfTheTeam as refused:
        form.responsible.errors = [str(refused)]
        return None
    except service.HomeOfProtected as refused:
        form.home_municipality.errors = [str(refused)]
        return None
    session.commit()
    return youth


def changed(youth: Youth, form: ChangeForm) -> bool:
    """Whether the change is committed; if not, the form now says what has to be mended."""
    facts, seen_at = facts_from(form), form.version.data
    try:
        service.change(session, youth, facts, seen_at=seen_at, by=guards.user(), now=clock.now())
    except service.HomeOfProtected as refused:
        form.home_municipality.errors = [str(refused)]
        return False
    except service.ChangedMeanwhile as refused:
        _tell_what_differs(youth, facts, form, refused)
        return False
    if youth.protected_identity:
        take_back_all(youth, Why.PROTECTED)
    session.commit()
    return True


def take_back_all(youth: Youth, why: Why) -> None:
    """Take back what is on the way for her, as when nobody may learn of her any more."""
    url = public_url()
    withdraw_all(session, youth, why, by=guards.user(), public_url=url, now=clock.now())


def _tell_what_differs(
    youth: Youth, facts: YouthFacts, form: ChangeForm, refused: service.ChangedMeanwhile
) -> None:
    """Name what differs from the colleague's version; who saves again has been told."""
    session.refresh(youth)
    differs = [form[name] for name in facts.changed_from(YouthFacts.of(youth)) if name in form]
    for field in differs:
        field.errors = [*field.errors, _("En kollega har skrivit något annat här.")]
    form.form_errors.append(f"{refused} {_('Spara igen om det du har skrivit gäller.')}")
    form.version.data = youth.updated_at
