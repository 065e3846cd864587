"""The blueprint that every administrators' page hangs on."""

from flask import Blueprint

bp = Blueprint("admin", __name__, url_prefix="/admin")
