"""Takes the people out of an advertisement: contacts, addresses, numbers and names.

An advertisement's own address on the web is kept beside it, so nobody loses the way to the
employer. Who happens to answer the telephone there is not ours to store.
"""

import re
from collections.abc import Iterable

from openings.personal_details import NAME, details, names

LEFT_OUT = "…"
LONGEST_SENTENCE = 350
LONGEST_LINE = 90

_ROLE = (
    r"(?:\w*(?:chef|ledare|rektor|professor|ansvarig|handläggare|samordnare|rekryterare|konsult"
    r"|ombud|leder|sjef|rådgiver|koordinator|consultant|manager|director|advisor|recruiter|partner|lead)"
    r"|dr\.?|prof\.?)"
)
_ASKS = (
    r"kontakt\w*|contact\w*|reach\s+out|fråg\w+|undr\w+|questions?|spørsmål\w*|upplysning\w*"
    r"|opplysning\w*|henvend\w*|ring|mejla|maila|mail|e-?post|telefon|tlf|tel|mobil"
    r"|(?:mer|mere|more|ytterligare|närmare|further)\s+inform\w+|fackli\w+|tillitsvalgt\w*"
    r"|(?:prata|tala|snakke|snakk|speak|talk)\s+(?:med|with|to)|rekryteran\w+|vill\s+du\s+veta"
)
CUE = re.compile(rf"\b(?:{_ASKS})\b", re.IGNORECASE)
"""Words by which a sentence says whom to turn to."""

_TO = r"(?:(?:till|til|med|with|to|gärna|gjerne|our|vår|din|your|is|är|er|ved)\s+)?"
AFTER_CUE = re.compile(
    rf"\b(?i:ta\s+(?:gjerne\s+)?kontakt\s+med|kontakta?(?:person(?:er)?)?|contact|reach\s+out\s+to"
    rf"|(?:prata|tala|snakke|speak|talk)\s+(?:med|with|to))\s*:?\s*"
    rf"(?i:{_TO})(?:(?:\w+\s+)?(?i:{_ROLE})\s+)?{NAME}"
)
"""A name that is known by its place after "kontakta"."""

TITLED = re.compile(rf"\b(?i:{_ROLE})\s+{NAME}")
"""A name that is known by the title before it; sure enough only beside a cue."""

HEADING = re.compile(
    r"""\W*(?:
      kontakt(?:person\w*|uppgift\w*|info\w*)?|contacts?(?:\s+(?:persons?|information|details))?
    | fackli\w+(?:\s+\w+)?|rekryterande\s+chef|kontaktperson\w*\s+for\s+stillingen
    | (?:your\s+)?(?:hiring|recruiting)\s+manager|tillitsvalgte?
    )\W*|.*\b(?:kontakta|contact|kontakt)\s*:\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that opens a list of people."""

_LISTED = re.compile(rf"\W*(?:(?i:{_ROLE})\s+)?{NAME}\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\s[A-ZÅÄÖØÆ]\.)\s+(?=[A-ZÅÄÖØÆ])")


def without_contacts(text: str) -> str:
    """Return the text without contacts and names; what is left out of a sentence becomes "…"."""
    kept: list[str] = []
    in_list = False
    for line in text.split("\n"):
        if in_list and _is_listed(line):
            continue
        in_list = bool(HEADING.fullmatch(line)) or (in_list and not line.strip())
        kept.append(_without_contacts(line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def without_people(sentence: str) -> str:
    """Return a sentence, or a headline, with "…" in the place of every contact and name."""
    spans = [*details(sentence), *names(sentence)]
    if CUE.search(sentence):
        spans += [match.span() for match in TITLED.finditer(sentence)]
        spans += [match.span() for match in AFTER_CUE.finditer(sentence)]
    return _cut(sentence, spans)


def _is_listed(line: str) -> bool:
    """Whether a line under a heading for contacts is one of them."""
    if not line.strip() or len(line) > LONGEST_LINE:
        return False
    return bool(_LISTED.match(line)) or any(details(line)) or any(names(line))


def _without_contacts(line: str) -> str:
    sentences = _SENTENCE_END.split(line)
    kept: list[str] = []
    for sentence in sentences:
        if not _says_whom_to_ask(sentence):
            kept.append(without_people(sentence))
        elif kept and kept[-1].endswith("?") and CUE.search(kept[-1]):
            kept.pop()  # the question that a contact is the answer to
    if kept == sentences:
        return line
    return " ".join(each for each in kept if re.search(r"\w", each))


def _says_whom_to_ask(sentence: str) -> bool:
    """Whether a sentence is there for a contact's sake, so that nothing is lost without it."""
    if len(sentence) > LONGEST_SENTENCE or not CUE.search(sentence):
        return False
    is_private = any(details(sentence)) or any(names(sentence))
    return is_private or bool(TITLED.search(sentence) or AFTER_CUE.search(sentence))


def _cut(sentence: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace the places, which may overlap, by a sign that something is left out."""
    kept, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            kept += sentence[at:start] + LEFT_OUT
        at = max(at, end)
    return kept + sentence[at:]
