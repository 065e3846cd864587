"""An agreement in words: its terms label by label, what has changed, and who has signed."""

from collections.abc import Mapping, Sequence

from foundation.translating import _, day, lazy_, number
from placements.agreements.models import Insurance, OnBehalf, Signature, Terms
from placements.models import Party

Rows = list[tuple[str, str]]

INSURANCES: Mapping[Insurance, str] = {
    Insurance.EMPLOYMENT_SERVICE: lazy_("Arbetsförmedlingen försäkrar"),
    Insurance.MUNICIPALITY: lazy_("Kommunen försäkrar"),
    Insurance.EMPLOYER: lazy_("Arbetsgivaren försäkrar"),
    Insurance.OTHER: lazy_("Annan försäkring"),
}
REASONS: Mapping[OnBehalf, str] = {
    OnBehalf.ON_PAPER: lazy_("Underskrivet på papper"),
    OnBehalf.BY_PHONE: lazy_("Sa ja på telefon"),
    OnBehalf.AT_MEETING: lazy_("Sa ja när vi träffades"),
}
SIGNS_FOR: Mapping[Party, str] = {
    Party.EMPLOYER: lazy_("Arbetsgivaren"),
    Party.YOUTH: lazy_("Ungdomen"),
    Party.CASEWORKER: lazy_("Kommunen"),
}


def rows(terms: Terms) -> Rows:
    """Everything that is agreed, label by label; what is not known is left out."""
    found = [
        (_("Ungdom"), terms.name),
        (_("Tid"), period(terms)),
        (_("Omfattning"), scope(terms)),
        (_("Dagar och tider"), terms.schedule),
        (_("Arbetsuppgifter"), terms.tasks),
        (_("Mål"), terms.goals),
        (_("Handledare"), ", ".join(filter(None, (terms.supervisor, terms.supervisor_contact)))),
        (_("Försäkring"), insurance(terms)),
        (_("Uppföljning"), "\n".join(day(each, with_year=True) for each in terms.follow_ups)),
        (_("Arbetskläder"), terms.clothes),
        (_("Resor"), terms.travel),
    ]
    return [(label, value) for label, value in found if value]


def period(terms: Terms) -> str:
    """ "måndag 7 december 2026 – fredag 5 mars 2027"."""
    days = (terms.starts_on, terms.ends_on)
    return " – ".join(day(each, with_year=True) if each else "…" for each in days if any(days))


def scope(terms: Terms) -> str:
    """ "75 procent, 30 timmar i veckan"."""
    parts = []
    if terms.scope is not None:
        parts.append(_("%(percent)s procent", percent=terms.scope))
    if terms.hours is not None:
        parts.append(_("%(hours)s timmar i veckan", hours=number(terms.hours)))
    return ", ".join(parts)


def insurance(terms: Terms) -> str:
    """Who insures, and what is added in words."""
    coded = str(INSURANCES[terms.insurance]) if terms.insurance else ""
    return ". ".join(filter(None, (coded, terms.insurance_words)))


def changes(before: Terms, after: Terms) -> list[tuple[str, str, str]]:
    """What differs between two versions: the label, how it was, and how it is."""
    old, new = dict(rows(before)), dict(rows(after))
    labels = [label for label, _value in rows(after)]
    labels += [label for label in old if label not in new]
    return [
        (label, old.get(label, ""), new.get(label, ""))
        for label in labels
        if old.get(label) != new.get(label)
    ]


def signed_how(signature: Signature) -> str:
    """ "Genom Lisa, underskrivet på papper" where somebody else wrote it down, else nothing."""
    if signature.on_behalf is None:
        return ""
    by = signature.by.name if signature.by else ""
    reason = str(REASONS[signature.on_behalf])
    return _("%(reason)s. Noterat av %(name)s.", reason=reason, name=by)


def missing(signatures: Sequence[Signature]) -> list[str]:
    """Whose signatures are still waited for."""
    given = {each.party for each in signatures}
    return [str(words) for party, words in SIGNS_FOR.items() if party not in given]
