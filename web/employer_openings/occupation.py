"""Which occupation a form means: by a choice, or by words, with scripts or without.

With scripts the list under the field puts a code beside the words. Without them the words are
sent alone, and where they may mean several groups the page comes back with these to choose from.
"""

from foundation.translating import _, language
from reference import linking, occupations
from web.employer_openings.forms import OpeningForm

MOST_OFFERED = 6
COUNTRY_OF = {"nb": "NO"}


def chosen_in(form: OpeningForm) -> str | None:
    """The group that the form means, or None where it has to be asked.

    A code counts only together with words that lead to it, so that a code from before the words
    were changed does not linger.
    """
    words = form.occupation_title.data
    offered = _near(words)
    for code in (form.occupation_choice.data, form.occupation.data):
        if code in offered or _is_called(code, words):
            return str(code)
    exact = {code for code in offered if _is_called(code, words)}
    return exact.pop() if len(exact) == 1 else None


def offer_in(form: OpeningForm) -> None:
    """Let the form ask which group the words mean, where that cannot be told."""
    words = form.occupation_title.data
    offered = _near(words) if words and chosen_in(form) is None else []
    form.occupation_choice.choices = [(code, label(code)) for code in offered[:MOST_OFFERED]]
    if words and not _near(words):
        unknown = _("Vi känner inte igen yrket. Prova ett vanligare ord, till exempel kock.")
        form.occupation_title.errors = [unknown]


def label(code: str | None) -> str:
    """What a group is called, or nothing where there is none."""
    group = occupations.group(code) if code else None
    return group.label(language()) if group else ""


def _near(words: str | None) -> list[str]:
    """The groups that the words may mean, nearest first: as a title, or as a headline with one."""
    if not words:
        return []
    typed = (found.ssyk for found in linking.suggest(words, language()))
    told = (link.ssyk for link in linking.link(words, COUNTRY_OF.get(language(), "SE")))
    return list(dict.fromkeys([*typed, *told]))


def _is_called(code: str | None, words: str | None) -> bool:
    """Whether the words are the group's own label or one of its titles."""
    group = occupations.group(code) if code and words else None
    if group is None or words is None:
        return False
    names = (group.label(language()), *group.titles_sv, *group.titles_nb)
    return words.casefold() in (name.casefold() for name in names)
