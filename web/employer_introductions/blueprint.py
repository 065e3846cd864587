"""The blueprint that an employer's pages about introductions hang on."""

from flask import Blueprint

bp = Blueprint("employer_introductions", __name__, url_prefix="/my-introductions")
