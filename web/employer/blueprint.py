"""The blueprint that every page about an employer itself hangs on."""

from flask import Blueprint

bp = Blueprint("employer", __name__, url_prefix="/employer")
