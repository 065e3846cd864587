"""What the agencies do together about a youth."""

from flask import Blueprint

bp = Blueprint("agencies", __name__, url_prefix="/agencies")
