"""The three questions of an assessment, for an employer and for a youth."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms.validators import DataRequired

from foundation.translating import lazy_
from placements.models import Party
from placements.work.assessing import QUESTIONS
from web.fields import ButtonsField, text

WORDS: dict[str, str] = {
    "as_introduced": lazy_("Det stämde med presentationen"),
    "enough_support": lazy_("Vi fick det stöd vi behövde"),
    "would_again": lazy_("Vi tar gärna emot någon igen"),
    "learnt": lazy_("Jag lärde mig något jag har nytta av"),
    "welcomed": lazy_("Jag kände mig välkommen"),
    "would_recommend": lazy_("Jag skulle tipsa en kompis"),
}
SCALE = [
    ("4", lazy_("Ja, helt")),
    ("3", lazy_("Ganska mycket")),
    ("2", lazy_("Lite")),
    ("1", lazy_("Nej")),
]


class WordsForm(FlaskForm):
    """What is said beside the questions."""

    words = text(lazy_("Något mer du vill säga?"), most=1_000)


def _question(name: str) -> Any:
    return ButtonsField(WORDS[name], [DataRequired(lazy_("Välj ett svar."))], choices=lambda: SCALE)


class EmployerForm(WordsForm):
    """How it was for the employer."""

    as_introduced = _question("as_introduced")
    enough_support = _question("enough_support")
    would_again = _question("would_again")


class YouthForm(WordsForm):
    """How it was for the youth."""

    learnt = _question("learnt")
    welcomed = _question("welcomed")
    would_recommend = _question("would_recommend")


def form_for(party: Party) -> WordsForm:
    """The form of a side."""
    return EmployerForm() if party is Party.EMPLOYER else YouthForm()


def answers_in(form: WordsForm, party: Party) -> dict[str, int]:
    """The answers of a valid form, by question."""
    return {name: int(form[name].data) for name in QUESTIONS[party]}


def told(answers: dict[str, int]) -> list[tuple[str, str]]:
    """Each question with its answer in words."""
    scale = {int(code): str(words) for code, words in SCALE}
    return [(str(WORDS[name]), scale[answer]) for name, answer in answers.items()]
