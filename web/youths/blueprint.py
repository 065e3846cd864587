"""A team's youths."""

from flask import Blueprint

bp = Blueprint("youths", __name__, url_prefix="/youths")
