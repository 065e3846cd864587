"""Whether an ad says that the employer helps with somewhere to live.

It is no requirement, and so is read when a page asks for it and not kept.
"""

from openings.reading.patterns import phrases, plain
from openings.reading.statements import statements

_DWELLING = r"(?:(?:bostad|bostäder|logi|bolig|hybel|losji|husrum|accommodation|housing)\b)"
_HOME = rf"(?:{_DWELLING}|boendet?\b)"
"""Of care homes "boende" is said oftener than of where staff live, so it needs clearer words."""

_BETWEEN = r"(?:[\w/-]+,? ){0,5}"
_HELPS = phrases(
    rf"""
    hjälp\w* (?:dig |till |dig till )?(?:med|att|så) {_BETWEEN}{_HOME}
    behjälplig\w* med {_BETWEEN}{_HOME}  ordnar {_BETWEEN}{_DWELLING}
    erbjuder {_BETWEEN}{_DWELLING}
    (?:fri|fritt|gratis) (?:bostad|boende|logi|bolig|losji|kost)\b
    {_HOME} (?:kan )?(?:ordnas|erbjuds|ingår|finns att hyra|finns för|kan hyras|kan finnas)
    personalbostad\w*  personalboende\w*  personalbolig\w*  tjänstebostad\w*
    hjelpe?r? (?:deg )?(?:med|til med|til) {_BETWEEN}{_HOME}
    behjelpelige? med {_BETWEEN}{_HOME}  tilbyr {_BETWEEN}{_DWELLING}  skaffer {_BETWEEN}{_DWELLING}
    {_HOME} (?:kan )?(?:ordnes|skaffes|tilbys|inngår|inkludert|leies)  boligordning\w*
    (?:provide|offer|arrange|help with)s? {_BETWEEN}{_HOME}
    """
)
_OF_OTHERS = phrases(
    r"""
    boende[nr]  (?:brukar|kund|klient|beboer|boligkjøper)\w*  boendestöd  boliglån\w*  boliger
    boligprosjekt\w*  hyresgäst\w*  särskilt boende  bostad först
    """
)
SIGNS = (
    "bostad", "bostäder", "boende", "logi", "bolig", "hybel", "losji", "husrum", "accommodation",
    "housing",
)  # fmt: skip
"""Most texts have none of these, and are read no further."""


def housing_in(text: str) -> str:
    """The sentence in which an ad offers help with somewhere to live; empty where none does."""
    if not any(sign in plain(text) for sign in SIGNS):
        return ""
    found = (each for each in statements(text) if _HELPS.search(each.plain))
    return next((each.text for each in found if not _OF_OTHERS.search(each.plain)), "")
