"""Looking for work far away."""

from flask import Blueprint

bp = Blueprint("mobility", __name__, url_prefix="/youths")
