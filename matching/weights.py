"""How much each comparison may weigh: the largest number of points it can give."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Weights:
    """The most points each comparison gives; together exactly 1.

    Points are kept as whole thousandths, so a weight has at most three decimals.
    Raises `ValueError` when a weight is negative, finer than that, or the sum is not 1.
    """

    occupation: float = 0.34
    wish: float = 0.15
    experience: float = 0.14
    skills: float = 0.10
    text: float = 0.07
    distance: float = 0.08
    first_job: float = 0.06
    requirements: float = 0.03
    freshness: float = 0.03

    def __post_init__(self) -> None:
        """Refuse weights that would make the score mean something else."""
        for part in fields(self):
            weight = getattr(self, part.name)
            if weight < 0 or abs(weight * 1000 - round(weight * 1000)) > 1e-6:
                raise ValueError(f"Weight {part.name}={weight} is not a whole thousandth from 0.")
        whole = sum(self.thousandths(part.name) for part in fields(self))
        if whole != 1000:
            raise ValueError(f"The weights sum to {whole / 1000}, and must sum to 1.")

    def thousandths(self, name: str) -> int:
        """Return the weight of one comparison in whole thousandths."""
        weight: float = getattr(self, name)
        return round(weight * 1000)


DEFAULT_WEIGHTS = Weights()
