"""How likely each code is for a title, learnt beforehand from every title that the project knows.

`reference/scripts/make_title_models.py` learns and writes the models; here they are only read.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from reference.letters import Letters
from reference.tables import DATA

Likelihoods = NDArray[np.float32]
"""One number per code of a model, from 0 to 1, together at most 1."""

# Titles unlike those learnt from are less sure than they seem.
COOLING = 1.3
# Weights are kept as whole numbers of this.
GRAIN = 0.125


class TitleModel:
    """Likelihoods of a country's codes for any title."""

    def __init__(
        self,
        codes: Sequence[str],
        usual: NDArray[np.float32],
        letters: Letters,
        weights: sparse.csr_matrix,
        made_from: str = "",
    ) -> None:
        """Take the codes in order and how usual each is, and a weight per sequence and code.

        `made_from` names the examples that it was learnt from.
        """
        self.codes = tuple(codes)
        self.made_from = made_from
        self._usual = usual
        self._letters = letters
        self._weights = weights

    def likelihoods(self, title: str) -> Likelihoods:
        """Tell how likely each code is; together they are as sure as the title is understood."""
        spelt = self._letters.spell(title)
        scores = self._usual + spelt.weights @ self._weights[spelt.places]
        likely = np.exp((scores - scores.max()) / COOLING)
        return np.asarray(likely * (spelt.known / likely.sum()), dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write the model; the same model gives the same bytes."""
        np.savez_compressed(
            path,
            made_from=np.array(self.made_from),
            codes=np.array(self.codes),
            usual=self._usual,
            sequences=np.frombuffer("\n".join(self._letters.sequences).encode(), dtype=np.uint8),
            rarity=self._letters.rarity.astype(np.float16),
            starts=self._weights.indptr,
            places=self._weights.indices.astype(np.uint16),
            grains=np.clip(np.rint(self._weights.data / GRAIN), -127, 127).astype(np.int8),
        )

    @classmethod
    def load(cls, path: Path) -> "TitleModel":
        """Read a model that `save` wrote."""
        with np.load(path) as kept:
            codes = kept["codes"].tolist()
            sequences = kept["sequences"].tobytes().decode().split("\n")
            weights = kept["grains"].astype(np.float32) * np.float32(GRAIN)
            return cls(
                codes,
                kept["usual"],
                Letters(sequences, kept["rarity"].astype(np.float32)),
                sparse.csr_matrix(
                    (weights, kept["places"], kept["starts"]), (len(sequences), len(codes))
                ),
                str(kept["made_from"]),
            )


@cache
def model_of(country: str) -> TitleModel:
    """Return the model of a country: SE by SSYK 2012, NO by STYRK-08."""
    return TitleModel.load(place_of(country))


def place_of(country: str) -> Path:
    """Return where the model of a country lies."""
    return DATA / f"title_model_{country.lower()}.npz"
