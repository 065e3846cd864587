"""The plan on paper, with what the youth has written herself first. It is hers to take along."""

from dataclasses import dataclass
from datetime import date, datetime

from foundation.papers import Paper
from foundation.translating import _, day, short_day
from youths.plans import wording
from youths.plans.models import OwnWords, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on the paper. `number` and `decision` are those of the latest joint meeting."""

    alias: str
    plan: Snapshot
    today: date
    made_at: datetime
    decision: str = ""
    decided_on: date | None = None


def pdf_of(sheet: Sheet) -> bytes:
    """The plan as a file, in the language of the moment."""
    title = _("Min plan")
    paper = Paper(title, title, made_at=sheet.made_at)
    paper.head(f"{sheet.alias}, {day(sheet.today, with_year=True)}")
    if sheet.plan.goal:
        paper.row(_("Mitt mål"), sheet.plan.goal)
    written = sheet.plan.own_words or OwnWords()
    for part, label in wording.PARTS.items():
        if words := getattr(written, part):
            paper.row(str(label), words)
    for activity in sheet.plan.activities:
        days = wording.when(activity) or _("Ingen dag än")
        paper.row(days, wording.told(activity, dated=False))
    if sheet.decision and sheet.decided_on:
        paper.ln(6)
        paper.heading(_("Det här har vi bestämt"))
        paper.row(short_day(sheet.decided_on), sheet.decision)
    return bytes(paper.output())
