"""Writing in the log of contacts, and taking back a line of one's own."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from employers import contacts, directory
from employers.contacts import ContactFacts, NextIsPast, NotYet
from employers.models import ContactTopic, ContactWay, Employer
from foundation import clock
from foundation.translating import _, zone
from web.db import session
from web.employers.blueprint import bp
from web.employers.forms import ContactForm
from web.employers.wording import WAYS
from web.guards import caseworkers_only, user


@bp.route("/<uuid:employer_id>/contacts/new", methods=["GET", "POST"])
@caseworkers_only
def log_contact(employer_id: UUID) -> ResponseReturnValue:
    """Write down a contact, and when to get in touch again."""
    employer = directory.get(session, employer_id)
    form = ContactForm(made_on=clock.local_date(clock.now(), zone()))
    if form.validate_on_submit() and _logged(employer, form):
        flash(_("Kontakten är inskriven."), "success")
        return redirect(url_for(".show", employer_id=employer.id))
    return render_template("employers/log_contact.html", employer=employer, form=form)


@bp.route("/contacts/<uuid:contact_id>/remove", methods=["GET", "POST"])
@caseworkers_only
def remove_contact(contact_id: UUID) -> ResponseReturnValue:
    """Ask once, then take back a line that one has written."""
    contact = contacts.get_written_by(session, contact_id, user())
    employer = contact.employer
    if request.method == "GET":
        return render_template(
            "employers/remove_contact.html", contact=contact, employer=employer, ways=WAYS
        )
    contacts.remove(session, contact, by=user(), now=clock.now())
    session.commit()
    flash(_("Kontakten är borttagen."), "success")
    return redirect(url_for(".show", employer_id=employer.id))


def _logged(employer: Employer, form: ContactForm) -> bool:
    """Whether the contact is committed; if not, the form says what has to be mended."""
    if form.made_on.data is None:
        form.made_on.errors = [_("Skriv vilken dag det var.")]
        return False
    facts = ContactFacts(
        made_on=form.made_on.data,
        way=ContactWay(form.way.data),
        topics=tuple(ContactTopic(code) for code in form.topics.data or ()),
        note=form.note.data,
        next_on=form.next_on.data,
    )
    try:
        contacts.log(session, employer, facts, by=user(), now=clock.now())
    except NotYet as refusal:
        form.made_on.errors = [str(refusal)]
        return False
    except NextIsPast as refusal:
        form.next_on.errors = [str(refusal)]
        return False
    session.commit()
    return True
