"""The blueprint of pledges, and of the units that they are kept by."""

from flask import Blueprint

bp = Blueprint("pledges", __name__, url_prefix="/pledges")
