"""The blueprint of the links in letters, and the page of one that is over."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from events.links import LinkOver as EventLinkOver
from placements.links import LinkOver
from placements.states import IllegalStep
from placements.work.assessing import SaidAlready

bp = Blueprint("answers", __name__)

OFTEN_ENOUGH = "30 per minute; 200 per hour"
"""How often one address may try a link: enough for a person, too little for guessing."""


@bp.errorhandler(LinkOver)
@bp.errorhandler(EventLinkOver)
@bp.errorhandler(SaidAlready)
@bp.errorhandler(IllegalStep)
def _over(_error: Exception) -> ResponseReturnValue:
    """One page for used, old, forged and overtaken links: none tells which it was."""
    return render_template("answers/over.html"), 410
