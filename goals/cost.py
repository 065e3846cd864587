"""What an outcome costs, out of a programme's budget, its grant and how far it has run."""

from datetime import date

from goals.frozen import Cost
from goals.models import Programme


def cost_of(programme: Programme, outcomes: int | None, *, on: date) -> Cost:
    """The budget and the grant by each outcome so far; `outcomes` is None where it is not told.

    `so_far_per_outcome` takes the money to be spent evenly over the days of the programme, which
    is an assumption; the pages say so. An outcome that is not there has no price.
    """
    share = share_of_time(programme, on)

    def each(money: float) -> int | None:
        return round(money / outcomes) if outcomes else None

    return Cost(
        budget=programme.budget,
        grant_amount=programme.grant_amount,
        funder=programme.funder,
        share_of_time=share,
        outcomes=outcomes,
        per_outcome=each(programme.budget),
        per_outcome_of_grant=each(programme.grant_amount) if programme.grant_amount else None,
        so_far_per_outcome=each(programme.budget * share),
    )


def share_of_time(programme: Programme, on: date) -> float:
    """How much of the programme's days have gone, 0 to 1, both ends counted."""
    days = (programme.ends_on - programme.starts_on).days + 1
    gone = (min(on, programme.ends_on) - programme.starts_on).days + 1
    return round(max(0, gone) / days, 4)
