"""The blueprint that the staff's pages about employers hang on."""

from flask import Blueprint

bp = Blueprint("employers", __name__, url_prefix="/employers")
