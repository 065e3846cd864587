"""Takes the people out of an advertisement: contacts, addresses, numbers and names.

An advertisement's own address on the web is kept beside it, so nobody loses the way to the
employer. Who happens to answer the telephone there is not ours to store.
"""

import re
from collections.abc import Iterable, Iterator

from openings.contact_signs import Signs, holds_cue, names_by_cue
from openings.personal_details import NAME, details, names
from openings.sources.values import single_spaced

LEFT_OUT = "…"
LONGEST_SENTENCE = 350
LONGEST_LINE = 90

_ROLE = (
    r"(?:\w*(?:chef|ledare|rektor|professor|ansvarig|handläggare|samordnare|rekryterare|konsult"
    r"|ombud|leder|sjef|rådgiver|koordinator|consultant|manager|director|advisor|recruiter|partner|lead)"
    r"|dr\.?|prof\.?)"
)
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
    lines = text.split("\n")
    signs = Signs.of(text, lines)
    if signs:
        text = "\n".join(_kept(lines, signs))
    return single_spaced(text).strip()


def _kept(lines: list[str], signs: Signs) -> Iterator[str]:
    """The lines that stay, in whole or in part."""
    in_list = False
    for number, line in enumerate(lines):
        if in_list and _is_listed(line):
            continue
        is_heading = number in signs.headings and bool(HEADING.fullmatch(line))
        in_list = is_heading or (in_list and not line.strip())
        yield _without_contacts(line) if number in signs.private else line


def without_people(sentence: str) -> str:
    """Return a sentence, or a headline, with "…" in the place of every contact and name."""
    return _cut(sentence, [*_private(sentence), *_by_cue(sentence)])


def _private(sentence: str) -> list[tuple[int, int]]:
    """Where contacts and names known by themselves are."""
    return [*details(sentence), *names(sentence)]


def _by_cue(sentence: str) -> list[tuple[int, int]]:
    """Where names are that are known by a word that says whom to turn to."""
    if not names_by_cue(sentence):
        return []
    patterns = (TITLED, AFTER_CUE)
    return [match.span() for pattern in patterns for match in pattern.finditer(sentence)]


def _is_listed(line: str) -> bool:
    """Whether a line under a heading for contacts is one of them."""
    if not line.strip() or len(line) > LONGEST_LINE:
        return False
    return bool(_LISTED.match(line)) or any(details(line)) or any(names(line))


def _without_contacts(line: str) -> str:
    sentences = _SENTENCE_END.split(line)
    kept: list[str] = []
    for sentence in sentences:
        private, by_cue = _private(sentence), _by_cue(sentence)
        if not (private or by_cue):
            kept.append(sentence)
        elif not _says_whom_to_ask(sentence, has_name_by_cue=bool(by_cue)):
            kept.append(_cut(sentence, [*private, *by_cue]))
        elif kept and kept[-1].endswith("?") and holds_cue(kept[-1]):
            kept.pop()  # the question that a contact is the answer to
    if kept == sentences:
        return line
    return " ".join(each for each in kept if re.search(r"\w", each))


def _says_whom_to_ask(sentence: str, *, has_name_by_cue: bool) -> bool:
    """Whether a sentence with a contact is there for its sake, so nothing is lost without it."""
    return len(sentence) <= LONGEST_SENTENCE and (has_name_by_cue or holds_cue(sentence))


def _cut(sentence: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace the places, which may overlap, by a sign that something is left out."""
    kept, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            kept += sentence[at:start] + LEFT_OUT
        at = max(at, end)
    return kept + sentence[at:]
