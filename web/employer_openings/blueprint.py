"""The blueprint that every page about an employer's own openings hangs on."""

from flask import Blueprint

bp = Blueprint("employer_openings", __name__, url_prefix="/my-openings")
