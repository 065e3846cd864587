"""The blueprint of the directory of partners."""

from flask import Blueprint

bp = Blueprint("partners", __name__, url_prefix="/partners")
