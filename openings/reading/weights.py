"""How much weight an ad gives to what it speaks of."""

from enum import StrEnum


class Weight(StrEnum):
    """How much what is spoken of matters to the employer."""

    DEMANDED = "demanded"
    USEFUL = "useful"
    NEITHER = "neither"
