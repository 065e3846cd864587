"""What a caseworker fills in on the way."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, RadioField
from wtforms.validators import DataRequired, InputRequired, ValidationError

from foundation.translating import _, lazy_
from placements.introducing import ANSWER_REASONS
from placements.models import Ground, Way, Why
from placements.terms import LIMITS
from placements.work.models import EndReason, Outcome
from web.fields import ButtonsField, ChoiceField, NumberField, line, text
from web.introductions.wording import ANSWERS, END_REASONS, GROUNDS, OUTCOMES, PURPOSES, WAYS, WHYS
from web.youths.entries import TicksField, within

LONGEST_NOTE = 500
TOLD_BY = (Way.IN_PERSON, Way.PHONE, Way.PAPER)
WITHDRAWN_FOR = (Why.CONSENT_WITHDRAWN, Why.WITHDRAWN, Why.OPENING_GONE, Why.OTHER)


def _day(label: str, message: str) -> Any:
    return DateField(label, [InputRequired(message)])


class ConsentForm(FlaskForm):
    """How the youth answered; the two buttons say what."""

    way = ButtonsField(
        lazy_("Hur svarade ungdomen?"),
        [DataRequired(lazy_("Välj hur svaret kom."))],
        choices=lambda: [(way.value, WAYS[way]) for way in TOLD_BY],
    )


class IntroduceForm(FlaskForm):
    """The disclosure assessment: what the employer may read, for what, and on which ground."""

    ticked = TicksField(lazy_("Det här får arbetsgivaren läsa"), choices=list)
    name = line(lazy_("Namn att presentera"), most=60)
    about = text(lazy_("Så vill jag presentera mig"), most=800)
    contact = line(lazy_("Telefon eller e-post"), most=120)
    purpose = ButtonsField(
        lazy_("Vad får uppgifterna användas till?"),
        [DataRequired(lazy_("Välj vad uppgifterna får användas till."))],
        choices=lambda: list(PURPOSES.items()),
    )
    ground = ButtonsField(
        lazy_("Varför får de lämnas ut?"),
        [DataRequired(lazy_("Välj varför uppgifterna får lämnas ut."))],
        choices=lambda: list(GROUNDS.items()),
        default=Ground.CONSENT.value,
    )
    note = text(lazy_("Anteckning om bedömningen"), most=LONGEST_NOTE)
    is_outside = BooleanField(lazy_("Jag presenterar själv, på telefon eller på plats"))

    @property
    def chosen(self) -> list[str]:
        """The fields to tell: what is ticked, and what has been written for this employer."""
        written = [name for name in ("name", "about", "contact") if self[name].data]
        return [*(self.ticked.data or ()), *written]


class EmployerAnswerForm(FlaskForm):
    """What the employer said to the caseworker."""

    said = ButtonsField(
        lazy_("Vad svarade arbetsgivaren?"),
        [DataRequired(lazy_("Välj vad arbetsgivaren svarade."))],
        choices=lambda: list(ANSWERS.items()),
    )
    why = ChoiceField(
        lazy_("Varför inte?"),
        choices=lambda: [("", lazy_("Inget skäl")), *((w.value, WHYS[w]) for w in ANSWER_REASONS)],
        default="",
    )
    note = text(lazy_("Anteckning"), most=LONGEST_NOTE)


class WithdrawForm(FlaskForm):
    """Why an introduction is taken back."""

    why = RadioField(
        lazy_("Varför?"),
        [DataRequired(lazy_("Välj varför."))],
        choices=[(why.value, WHYS[why]) for why in WITHDRAWN_FOR],
    )
    note = text(lazy_("Anteckning"), most=LONGEST_NOTE)


class PartForm(FlaskForm):
    """Why it led no further than a meeting."""

    why = RadioField(
        lazy_("Varför blev det inget?"),
        [DataRequired(lazy_("Välj varför."))],
        choices=[
            (why.value, WHYS[why])
            for why in (Why.NOT_AFTER_MEETING, Why.YOUTH_DECLINED, Why.FILLED, Why.OTHER)
        ],
    )
    note = text(lazy_("Anteckning"), most=LONGEST_NOTE)


class FollowUpForm(FlaskForm):
    """A talk during the placement."""

    done_on = _day(lazy_("Dag"), lazy_("Skriv dagen ni talades vid."))
    days_planned = NumberField(lazy_("Planerade dagar sedan förra gången"))
    days_present = NumberField(lazy_("Dagar på plats"))
    note = text(lazy_("Hur går det?"), most=LONGEST_NOTE)


class PlanForm(FlaskForm):
    """One more talk to come."""

    due_on = _day(lazy_("Dag för nästa samtal"), lazy_("Skriv vilken dag ni ska talas vid."))


class ProlongForm(FlaskForm):
    """A later last day."""

    to = _day(lazy_("Ny sista dag"), lazy_("Skriv den nya sista dagen."))
    note = text(lazy_("Anteckning"), most=LONGEST_NOTE)


class EndForm(FlaskForm):
    """What a placement led to, and for one that was broken off why."""

    ended_on = _day(lazy_("Sista dagen på plats"), lazy_("Skriv den sista dagen."))
    outcome = RadioField(
        lazy_("Vad ledde det till?"),
        [DataRequired(lazy_("Välj vad det ledde till."))],
        choices=[(outcome.value, words) for outcome, words in OUTCOMES.items()],
    )
    reason = ChoiceField(
        lazy_("Om den avbröts: varför?"),
        choices=lambda: [("", lazy_("Välj om den avbröts")), *END_REASONS.items()],
        default="",
    )
    note = text(lazy_("Anteckning"), most=LONGEST_NOTE)

    def validate_reason(self, field: Any) -> None:
        """Only what was broken off has a reason, and it must have one."""
        if self.outcome.data == Outcome.BROKEN_OFF and not field.data:
            raise ValidationError(_("Välj varför den avbröts."))

    @property
    def end_reason(self) -> EndReason | None:
        """The reason, where there is one."""
        return EndReason(self.reason.data) if self.reason.data else None


def _in_span(_form: FlaskForm, field: Any) -> None:
    """Demand a number within the term's limits."""
    least, most = LIMITS[field.name]
    if field.data is None:
        raise ValidationError(
            _("Skriv ett tal från %(least)s till %(most)s.", least=least, most=most)
        )
    within(field, least, most)


class TermsForm(FlaskForm):
    """How long the team waits for an answer, and how much it asks of one employer."""

    consent_days = NumberField(lazy_("Ungdomen har på sig att svara"))
    answer_days = NumberField(lazy_("Arbetsgivaren har på sig att svara"))
    remind_days = NumberField(lazy_("Påminnelse efter"))
    most_a_week = NumberField(lazy_("Presentationer per arbetsgivare och vecka"))
    draft_days = NumberField(lazy_("Ett utkast till överenskommelse ligger kvar"))

    validate_consent_days = validate_answer_days = validate_remind_days = _in_span
    validate_most_a_week = validate_draft_days = _in_span
