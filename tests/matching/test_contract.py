"""Every ranker of the product is held to the contract."""

from datetime import date

from matching.matcher import OpeningMatcher
from tests.matching.contract import Ranker, RankerContract


class TestOpeningMatcher(RankerContract):
    """Hard rules, then weighted comparisons."""

    def ranker(self, as_of: date | None) -> Ranker:
        return OpeningMatcher(as_of=as_of)
