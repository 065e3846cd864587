"""The blueprint that every page about signing in hangs on."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from accounts.links import LinkSpent

bp = Blueprint("signin", __name__)


@bp.errorhandler(LinkSpent)
def link_spent(error: LinkSpent) -> ResponseReturnValue:
    """Say the same whatever was wrong with the link, and where to get a new one."""
    return render_template("signin/link_spent.html", message=str(error)), 410
