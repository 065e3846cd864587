"""A report on paper, for a funder: its figures, and how each is counted."""

from foundation.papers import QUIET, Paper
from foundation.translating import _, number, short_day
from goals import wording
from goals.frozen import Cost, Frozen, FrozenGoal, Stage, ToldFigure
from goals.measures.base import Unit
from goals.models import Report


def pdf_of(report: Report) -> bytes:
    """The report as a file, in the language of the moment; its own words are as it kept them."""
    told, programme, day = report.content, report.programme.name, short_day(report.as_of)
    foot = _("%(programme)s, rapport %(number)s", programme=programme, number=report.number)
    paper = Paper(report.title, foot, made_at=report.made_at)
    paper.head(_("%(programme)s, så som det såg ut %(day)s.", programme=programme, day=day))
    for goal in told.goals:
        _goal(paper, goal)
    _stages(paper, told)
    _lines(paper, told)
    if told.cost:
        _cost(paper, told.cost)
    _foot(paper)
    return bytes(paper.output())


def counts(figure: ToldFigure, unit: str) -> str:
    """ "31 av 50", "9", or that it is not shown."""
    if figure.numerator is None:
        return _("visas inte")
    if unit == Unit.NUMBER or figure.denominator is None:
        return number(figure.numerator)
    if unit == Unit.CHANGE:
        said = {"now": number(figure.numerator), "then": number(figure.denominator)}
        return _("%(now)s nu, %(then)s från början", **said)
    said = {"part": number(figure.numerator), "all": number(figure.denominator)}
    return _("%(part)s av %(all)s", **said)


def _goal(paper: Paper, goal: FrozenGoal) -> None:
    if paper.will_page_break(88):
        paper.add_page()
    paper.ln(4)
    paper.heading(f"{goal.name}: {goal.cohort}")
    paper.row(_("Utfall"), _outcome(goal))
    paper.row(_("Mål att nå"), wording.target(goal.target, goal.unit, fewer=goal.fewer))
    if goal.baseline is not None:
        start = wording.in_unit(goal.baseline, goal.unit)
        paper.row(_("Utgångsläge"), f"{start} {goal.baseline_source}".strip())
    paper.row(_("Så räknas det"), goal.definition)
    paper.row(_("Täljare"), goal.counted)
    if goal.out_of:
        paper.row(_("Nämnare"), goal.out_of)
    paper.row(_("Vilka och när"), f"{goal.cohort}, {goal.period}")
    paper.row(_("Ansvarig"), goal.owner)


def _outcome(goal: FrozenGoal) -> str:
    value = wording.now(goal.told, goal.unit)
    if goal.unit == Unit.NUMBER or goal.told.value is None:
        return f"{value}{_reached(goal)}"
    return f"{value} ({counts(goal.told, goal.unit)}){_reached(goal)}"


def _reached(goal: FrozenGoal) -> str:
    if goal.is_reached is None:
        return ""
    return " – " + (_("målet är nått") if goal.is_reached else _("målet är inte nått"))


def _stages(paper: Paper, told: Frozen) -> None:
    if paper.will_page_break(60):
        paper.add_page()
    paper.ln(4)
    paper.heading(_("Vägen från inskrivning till arbete eller studier"))
    youths = _("visas inte") if told.youths is None else number(told.youths)
    paper.row(_("Inskrivna"), youths)
    for stage in told.stages:
        paper.row(stage.name, _stage(stage))


def _stage(stage: Stage) -> str:
    if stage.youths is None:
        return _("visas inte")
    said = _("%(count)s (%(share)s %%)", count=number(stage.youths), share=stage.share or 0)
    if stage.days is None:
        return said
    return said + _(", hälften inom %(days)s dagar", days=number(stage.days))


def _lines(paper: Paper, told: Frozen) -> None:
    for line in told.lines:
        if paper.will_page_break(30):
            paper.add_page()
        paper.ln(4)
        paper.heading(line.name)
        for point in line.points[-6:]:
            paper.row(short_day(point.on), f"{number(point.value)} {line.unit}")
        paper.row(_("Källa"), line.source)


def _cost(paper: Paper, cost: Cost) -> None:
    if paper.will_page_break(70):
        paper.add_page()
    paper.ln(4)
    paper.heading(_("Kostnad"))
    for label, kronor in cost_rows(cost):
        paper.row(label, kronor)


def cost_rows(cost: Cost) -> list[tuple[str, str]]:
    """What the programme and each outcome cost, as pairs of words."""
    rows = [
        (_("Budget"), _kronor(cost.budget)),
        (_("Bidrag"), " ".join(filter(None, (_kronor(cost.grant_amount), cost.funder)))),
        (_("Av tiden har gått"), f"{round(100 * cost.share_of_time)} %"),
    ]
    if cost.per_outcome is None:
        return [*rows, (_("För varje utfall"), _("visas inte"))]
    rows.append((_("Budget för varje utfall"), _kronor(cost.per_outcome)))
    if cost.per_outcome_of_grant is not None:
        rows.append((_("Bidrag för varje utfall"), _kronor(cost.per_outcome_of_grant)))
    if cost.so_far_per_outcome is not None and cost.share_of_time < 1:
        rows.append((_("Hittills för varje utfall"), _kronor(cost.so_far_per_outcome)))
    return rows


def _kronor(amount: int) -> str:
    return _("%(amount)s kr", amount=number(amount))


def _foot(paper: Paper) -> None:
    paper.ln(6)
    paper.write_in(10, QUIET)
    paper.paragraph(
        _(
            "Antal från ett till fyra visas inte, och inte heller det som de skulle kunna räknas "
            "ut ur. Rapporten är låst: det som ändras efteråt flyttar inga siffror i den."
        ),
        5,
    )
