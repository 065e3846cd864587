"""How much weight a statement gives to something that stands in it.

A word that tells ("krävs", "gärna") goes before the heading, and the nearest such word before
those further away. A heading goes before what only speaks of whom is sought ("du har").
"""

import re
from functools import lru_cache

from openings.reading.patterns import either, phrases
from openings.reading.statements import Statement
from openings.reading.weights import Weight

Span = tuple[int, int]

_NOT = r"(?:inte|inget|inga|ingen|icke|ej|ikke|ikkje|intet|utan|uten|no|not)"
_DENIED = rf"""
    {_NOT} (?:\w+ ){{0,4}}(?:krav|kräv\w+|kreve\w+|require\w*|mandatory)
    {_NOT} (?:\w+ ){{0,3}}(?:nödvändig|nødvendig|behöv|avgör)\w*  {_NOT} (?:\w+ ){{0,2}}\w*erfar\w*
    (?:krävs|behövs|kreves) (?:inte|ej|ikke)  behöver (?:du )?inte  treng\w* (?:du )?ik\w+
    oavsett  uansett  uavhengig  regardless  minst en av  viktigare än  viktigere enn
"""
_USEFUL = r"""
    meriter\w+  merit\b  fördel\w*  fordel\w*  fortrinn\w*  önskvär\w+  önskas\b
    ønskelig\w*  ønskeleg\w*  ønskes\b  ønske om  gärna\b  gjerne\b  helst\b  i första hand
    plus\b  pluss\b  bonus  nice to have  vekt\s?legg\w*  vektlagt  premieras  uppskatta[rs]
    verdsettes  positivt\b  advantag\w+  beneficial  preferabl\w+  preferred  fint om
    bra om  toppen\w* om  kjekt  spännande om  bör\b  bør\b  kanske\b  kanskje\b
    int[ée]re?ss[ae]nt\b  av interesse
"""
_DEMANDED = r"""
    krav\b(?! på dig)  kräv(?:s|er)\b  måste\b  krevst?\b
    ska(?:l|ll)? (?:ha|vara|kunna|du|være|kunne|beherske|behärska|inneha)\b
    behöver (?:du )?(?:ha|vara|kunna|behärska|tala)\b  förutsätt\w+  forutset\w+  nødvendig\w*
    nödvändig\w*  må\b  kreve[sr]\b  obligatorisk\w*  required\b  must\b  need(?:s)? (?:to|you)\b
    is a requirement
"""
_TELLING = re.compile(
    f"(?P<denied>{either(_DENIED)})|(?P<useful>{either(_USEFUL)})|(?P<demanded>{either(_DEMANDED)})"
)
_FOR_SOME = phrases(
    """
    för vissa  for noen  for enkelte  i vissa fall  i noen  vid hemtjänst  ved hjemme\\w+
    beroende på (?:tjänst|roll)  avhengig av stilling  noen av  några av tjänst\\w*
    """
)
_OF_WHAT_FOLLOWS = ("gärna", "gjerne", "helst", "preferably", "bör", "bør")
"""Words that say something of what follows them only: "erfarenhet, gärna av butik"."""

_WISHED = re.compile(r" (?:om|att|med|at|å|hvis|dersom|if|to|with)\b")
"""After such a word, or a merit, comes what it is said of: "en fördel om du kan finska"."""

_WISH_FOR_A_KIND = phrases(
    r"""
    (?:gärna|gjerne|helst) (?:också |även |også )?(?:av|från|inom|i|med|som|mot|på|fra|innen|for)\b
    preferably (?:in|from|with|within)\b
    """
)

_SOUGHT = phrases(
    r"""
    (?:söker|letar) (?:nu |vi )?(?:efter )?(?:dig|en|person\w*)
    (?:søker|søkjer|leter|ser) (?:nå |no |vi )?(?:etter )?(?:deg|en|ein|person\w*)
    (?:dig|deg|du|den) som (?:har|är|er|kan)  looking for  att du har  at du har
    """
)
_OF_THE_SEEKER = phrases(
    r"""
    du\b  dig\b  deg\b  you\b  sökande\w*  søker\b  söker\b  sökes\b  søkes\b  den vi  kandidat\w*
    minst\b  minimum\b  at least\b  looking for
    """
)
_CLAUSE = re.compile(r", | samt ")
_COST_OF_A_CLAUSE = 40
_NEW_MATTER = re.compile(r";| (?:men|but) (?=\w)| [–-] (?=\w+ \w+ )")
_TOO_FAR = 1_000


def weight_of(statement: Statement, at: Span, *, otherwise: Weight) -> Weight:
    """Weigh what stands at a place of a statement; `otherwise` where nothing tells."""
    told = told_weight(statement, at)
    if told is None and _OF_THE_SEEKER.search(statement.plain):
        return Weight.DEMANDED
    is_only_under = told is Weight.NEITHER and not _nearest(statement.plain, at)
    if is_only_under and _SOUGHT.search(statement.plain):
        return Weight.DEMANDED
    return told or otherwise


def told_weight(statement: Statement, at: Span, *, within: int = _TOO_FAR) -> Weight | None:
    """Weigh what stands at a place of a statement; None where no word and no heading tells.

    A word tells only of what stands `within` so many letters of it.
    """
    told = _nearest(statement.plain, at, within)
    if told == "denied":
        return Weight.USEFUL if _is_useful_at_all(statement.plain) else Weight.NEITHER
    weight = Weight(told) if told else statement.heading.weight
    is_for_some = weight is Weight.DEMANDED and _FOR_SOME.search(statement.plain)
    return Weight.USEFUL if is_for_some else weight


def is_weighed(statement: Statement) -> bool:
    """Tell whether a heading or a word asks for anything in a statement."""
    asks = statement.heading.weight in {Weight.DEMANDED, Weight.USEFUL}
    return asks or bool(_telling(statement.plain))


def is_followed_by_wish(plain: str, at: int) -> bool:
    """Tell whether "gärna" or the like comes after a place: "erfarenhet, gärna av butik"."""
    return bool(_WISH_FOR_A_KIND.search(plain, at))


@lru_cache(maxsize=64)
def _telling(plain: str) -> tuple[re.Match[str], ...]:
    """The words that tell; several readers ask for those of the same statement."""
    return tuple(_TELLING.finditer(plain))


def _nearest(plain: str, at: Span, within: int = _TOO_FAR) -> str | None:
    """The kind of the nearest telling word."""
    near = [
        (distance(plain, each.span(), at), str(each.lastgroup))
        for each in _telling(plain)
        if each.start() < at[0] or not _is_of_what_follows(plain, each)
    ]
    letters, kind = min(near, default=(_TOO_FAR, None))
    return kind if letters < within else None


def _is_of_what_follows(plain: str, told: re.Match[str]) -> bool:
    is_wish = told.lastgroup == "useful" and bool(_WISHED.match(plain, told.end()))
    return is_wish or told[0] in _OF_WHAT_FOLLOWS


def _is_useful_at_all(plain: str) -> bool:
    return any(each.lastgroup == "useful" for each in _telling(plain))


def distance(plain: str, one: Span, other: Span) -> int:
    """How many letters lie between two places, and more where a clause ends between them."""
    start, end = sorted((one, other))
    between = plain[start[1] : end[0]]
    if _NEW_MATTER.search(between):
        return _TOO_FAR
    return len(between) + _COST_OF_A_CLAUSE * len(_CLAUSE.findall(between))
