"""The weights in force, asked for once a request: they tell what a reason can give at most."""

from typing import cast

from flask import g

from matching.weights import Weights
from suggestions.weights import current
from web.db import session


def weights() -> Weights:
    """The weights in force."""
    if "ranking_weights" not in g:
        g.ranking_weights = current(session).weights
    return cast(Weights, g.ranking_weights)
