"""The level of education."""

from collections.abc import Iterator

from openings.reading.alternatives import is_compensated
from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.patterns import phrases
from openings.reading.statements import Statement
from openings.reading.weighing import weight_of
from openings.reading.weights import Weight

_LEVELS = (
    (
        "compulsory",
        r"""
        (?:avslutad|genomförd|godkänd)\w* (?:\w+ )?grundskol\w*  fullført (?:\w+ )?grunnskole\w*
        """,
    ),
    (
        "upper_secondary",
        r"""
        gymnasie?(?:utbildning|examen|kompetens|nivå|ingenjör|program)\w*  gymnasial\w*
        (?:avslutad|avslutat|fullständig|genomgånget|slutförd)\w* (?:\w+ )?gymnasi\w+
        (?:fullföljd|godkänd|3-årig|treårig)\w* (?:\w+ )?gymnasi\w+
        undersköterska\b  undersköterske\w*  barnskötar\w*utbildning  utbildad barnskötare
        vård- och omsorgs(?:utbildning|program)\w*  omvårdnadsprogram\w*
        barn- och fritids(?:utbildning|program)\w*  yrkesutbildning  yrkesutbildad
        fagbrev\w*  svennebrev  fag-  videregående  vidaregåande  yrkesbevis  fagutdann\w*
        fagarbeider\w*  faglær[dt]\w*  yrkesutdann\w*  helsefagarbeider\w*
        """,
    ),
    (
        "post_secondary",
        r"""
        högskole?(?!prov|pedag|verket|lärar|an\b|ans\b|or\b|orna|eprov|epedag|elärar)\w*
        yrkeshögskole?(?!an\b)\w*  høyskole?(?!n\b|ns\b)\w*  høgskole?(?!n\b|ns\b)\w*
        (?<!\ws )universitet(?!et|slekt|ssj|slär|sadj|sbib|sområd)\w*
        university (?:degree|education|level)  post-secondary  eftergymnasial\w*  yh\b  yh-\w*
        akademisk\w* (?:\w+ )?(?:examen|utbildning|bakgrund|utdann\w*|grad|nivå|kompetens)
        högre (?:\w+ )?utbildning  h(?:øg[ae]|øye)re (?:\w+ )?utdann\w*  fagskole?\w*
        civilingenjör\w*  civil- (?:och|eller|/)  \w*examen\b  degree\b  kandidat(?:grad|nivå|/)
        magister(?!prog)\w*  master(?:'s|s|grad|utbildning|utdann|nivå)\w*  master[-/]
        (?<!scrum )master (?:in|i|or|degree|eller|innen|inom)\b  bachelor\w*  b\.?sc\b  m\.?sc\b
        doktorgrad\w*  doctoral degree  ph\.?d  specialistutbildning\w*  agronom\w*
        so[cs]ionom\w*  (?:ingeniør|sykepleier|\w*lærer|vernepleier)utdann\w*
        (?:lärar|sjuksköterske|förskollär\w+|ingenjörs?)utbildning
        utbildad (?:\w+ )?(?:sjuksköterska|lärare|förskollärare|ingenjör|fysioterapeut)
        utdann(?:et|a) (?:\w+ )?(?:sykepleier|vernepleier|lærer|ingeniør|fysioterapeut)
        """,
    ),
)
_SCHOOLING = tuple((level, phrases(listed)) for level, listed in _LEVELS)
_OR_EXPERIENCE = phrases(
    r"""
    (?:eller|alternativt|or)(?:[ ,/]+[\w()-]+){0,7}?[ ,/]+(?:\w*erfar\w+|experience)
    (?:eller|alternativt)(?:[ ,/]+[\w-]+){0,6}?[ ,/]+(?:bakgrund|bakgrunn|realkompetanse)
    (?:erfarenhet|erfaring)\w*(?: [\w,]+){0,8} eller (?:\w+ )?(?:utbild|utdann)
    experience(?: [\w,]+){0,8} or (?:\w+ )?degree
    anna(?:n|t) yrkes\w+  ann(?:an|en|et) (?:relevant )?(?:bakgrunn|bakgrund)  eller lang
    på annat sätt
    """
)
_NOT_ASKED_FOR = phrases(
    r"""
    student(?:er|en|s)?\b  studera\w*  studier vid  på (?:gymnasie|grundskole)  elever  samarbet
    undervis  handled  avtal  (?:våra|flera) (?:\w+ )?(?:högskol|universitet)  går på  läser på
    lärling  lærling  praktik  praksis  løn  lön\b  läsa till  ta fagbrev  mulighet  möjlighet
    hjälper  vårdbiträd  samverk  application  søknad  ansökan  karakter
    """
)


def _education(statement: Statement) -> Iterator[Finding]:
    """Read the level of education, the lowest where several are named.

    Where experience may stand in its place, education is no requirement.
    """
    plain = statement.plain
    for level, pattern in _SCHOOLING:
        found = pattern.search(plain)
        if found:
            weight = weight_of(statement, found.span(), otherwise=Weight.NEITHER)
            is_demanded = weight is Weight.DEMANDED
            if not (_is_of_others(plain) or (is_demanded and _may_be_otherwise(statement))):
                yield Finding(Requirement.EDUCATION, level, weight, statement.text)
            return


def _is_of_others(plain: str) -> bool:
    return plain.endswith("?") or bool(_NOT_ASKED_FOR.search(plain))


def _may_be_otherwise(statement: Statement) -> bool:
    return bool(_OR_EXPERIENCE.search(statement.plain)) or is_compensated(statement)


EDUCATION = Reader(
    (
        "skol", "gymnas", "fag", "svennebrev", "videreg", "vidareg", "utbild", "utdann", "yrkes",
        "undersköt", "universit", "akademisk", "civil", "yh", "kandidat", "master", "magister",
        "bachelor", "examen", "degree", "grad", "ionom", "agronom", "sc", "post-sec", "eftergymn",
        "ph",
    ),
    _education,
)  # fmt: skip
