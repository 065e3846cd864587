"""The forms about programmes, goals, reports and series."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from accounts.models import Team, User
from foundation.translating import _, lazy_
from goals import wording
from goals.counting import month_ends
from goals.models import Goal, Group, MeasureCode, Programme, Series
from goals.presets import BUDGET, GRANT, MONTHS
from goals.service import GoalFacts, ProgrammeFacts
from web.fields import (
    AmountField,
    ChoiceField,
    DayField,
    NumberField,
    VersionField,
    line,
    text,
    tidy,
)

MOST_MONEY = 2_000_000_000
NONE = ""


class NeededDay(DayField):
    """A day that has to be there."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, **rest)
        self.validators = [InputRequired(lazy_("Skriv en dag."))]
        self.flags.required, self.flags.optional = True, False


class MoneyField(NumberField):
    """Whole kronor."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, **rest)
        self.validators = [
            InputRequired(lazy_("Skriv ett belopp i hela kronor.")),
            NumberRange(0, MOST_MONEY, lazy_("Skriv ett belopp mellan 0 och 2 miljarder.")),
        ]
        self.flags.required, self.flags.optional = True, False


def needed_line(label: str, message: str) -> Any:
    """A field for one line of text that has to be there."""
    return StringField(label, [DataRequired(message), Length(max=120)], filters=[tidy])


class ProgrammeForm(FlaskForm):
    """What is known of a programme."""

    version = VersionField()
    name = needed_line(lazy_("Namn"), lazy_("Skriv vad programmet heter."))
    funder = line(lazy_("Finansiär"))
    budget = MoneyField(lazy_("Budget, kronor"))
    grant_amount = MoneyField(lazy_("Bidrag, kronor"))
    starts_on = NeededDay(lazy_("Från och med"))
    ends_on = NeededDay(lazy_("Till och med"))
    with_esf_goals = BooleanField(lazy_("Lägg in ESF-projektets åtta mål"))

    def facts(self) -> ProgrammeFacts:
        """What a valid form says."""
        return ProgrammeFacts(
            name=self.name.data or "",
            funder=self.funder.data or "",
            budget=self.budget.data or 0,
            grant_amount=self.grant_amount.data or 0,
            starts_on=self.starts_on.data or date.min,
            ends_on=self.ends_on.data or date.min,
        )


def suggested(today: date) -> dict[str, Any]:
    """The ESF project's money and length, for a programme that begins this month."""
    first = today.replace(day=1)
    last = month_ends(first, first + timedelta(days=31 * (MONTHS + 1)))[MONTHS - 1]
    return {
        "name": _("ESF-projektet"),
        "budget": BUDGET,
        "grant_amount": GRANT,
        "funder": "ESF",
        "starts_on": first,
        "ends_on": last,
        "with_esf_goals": True,
    }


class GoalForm(FlaskForm):
    """What a goal says."""

    version = VersionField()
    measure = ChoiceField(lazy_("Vad som räknas"), choices=[])
    name = line(lazy_("Eget namn"))
    words = text(lazy_("Mer om hur det räknas"), most=1_000)
    cohort = ChoiceField(lazy_("Grupp"), choices=[])
    team = ChoiceField(lazy_("Team"), choices=[])
    baseline = AmountField(lazy_("Utgångsläge"))
    baseline_source = line(lazy_("Var utgångsläget kommer från"))
    target = AmountField(
        lazy_("Mål att nå"), validators=[InputRequired(lazy_("Skriv vad som ska nås."))]
    )
    starts_on = NeededDay(lazy_("Från och med"))
    ends_on = NeededDay(lazy_("Till och med"))
    owner = ChoiceField(lazy_("Ansvarig"), choices=[])
    beside = ChoiceField(lazy_("Rita bredvid"), choices=[])

    def begin(self, teams: list[Team], owners: list[User], series: list[Series]) -> None:
        """Offer what there is to choose."""
        self.measure.choices = [(c.value, str(w.name)) for c, w in wording.MEASURES.items()]
        groups = [(g.value, str(label)) for g, label in wording.GROUPS.items()]
        self.cohort.choices = [(NONE, _("Alla")), *groups]
        self.team.choices = [(NONE, _("Alla team")), *((str(t.id), t.name) for t in teams)]
        self.owner.choices = [(str(user.id), user.name) for user in owners]
        self.beside.choices = [(NONE, _("Inget")), *((str(s.id), s.name) for s in series)]

    def fill(self, programme: Programme, goal: Goal | None, owner: User) -> None:
        """Show what a goal says, or the programme's period and oneself for a new one."""
        self.starts_on.data = goal.starts_on if goal else programme.starts_on
        self.ends_on.data = goal.ends_on if goal else programme.ends_on
        self.owner.data = str(goal.owner_id if goal else owner.id)
        if goal is None:
            return
        self.version.data = goal.updated_at
        self.measure.data, self.cohort.data = goal.measure.value, goal.cohort or NONE
        self.team.data, self.beside.data = str(goal.team_id or NONE), str(goal.beside_id or NONE)
        for name in ("name", "words", "baseline", "baseline_source", "target"):
            self[name].data = getattr(goal, name)

    def facts(self) -> GoalFacts:
        """What a valid form says."""
        return GoalFacts(
            measure=MeasureCode(self.measure.data),
            name=self.name.data or "",
            words=self.words.data or "",
            cohort=Group(self.cohort.data) if self.cohort.data else None,
            team_id=UUID(self.team.data) if self.team.data else None,
            baseline=self.baseline.data,
            baseline_source=self.baseline_source.data or "",
            target=self.target.data,
            starts_on=self.starts_on.data or date.min,
            ends_on=self.ends_on.data or date.min,
            owner_id=UUID(self.owner.data),
            beside_id=UUID(self.beside.data) if self.beside.data else None,
        )


class ReportForm(FlaskForm):
    """What a report is called."""

    title = needed_line(lazy_("Rubrik"), lazy_("Skriv vad rapporten heter."))


class SeriesForm(FlaskForm):
    """A table of figures from elsewhere."""

    file = FileField(lazy_("Fil"))
