"""What the reference knows, as short lists for fields that suggest while one writes."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from foundation.translating import language
from reference import linking, occupations
from web.guards import signed_in
from web.limits import limiter

LONGEST_QUESTION = 80
TYPING = "10 per second; 240 per minute"
bp = Blueprint("reference", __name__, url_prefix="/reference")


@bp.get("/occupations", endpoint="occupations")
@signed_in
@limiter.limit(TYPING)
def suggest_occupations() -> ResponseReturnValue:
    """Occupation groups for what somebody has begun to write: `[{code, title, label}]`."""
    text = request.args.get("q", "")[:LONGEST_QUESTION]
    return jsonify(
        [
            {"code": found.ssyk, "title": found.title, "label": _label(found.ssyk)}
            for found in linking.suggest(text, language())
        ]
    )


def _label(ssyk: str) -> str:
    group = occupations.group(ssyk)
    return group.label(language()) if group else ""
