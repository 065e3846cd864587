"""An employer's answer: a button, and for a no a reason if she likes."""

from flask_wtf import FlaskForm

from foundation.translating import lazy_
from placements.introducing import ANSWER_REASONS, Answer
from placements.models import Why
from web.fields import ChoiceField
from web.introductions.wording import WHYS

THANKS: dict[Answer, str] = {
    Answer.YES: lazy_("Tack! Handläggaren hör av sig med en tid att träffas."),
    Answer.NO: lazy_("Tack för svaret! Det hjälper oss att föreslå rätt nästa gång."),
    Answer.LATER: lazy_("Tack! Vi påminner om två veckor."),
}


class AnswerForm(FlaskForm):
    """The reason for a no; which button was pressed is the answer."""

    why = ChoiceField(
        lazy_("Skäl om det är ett nej"),
        choices=lambda: [
            ("", lazy_("Vill inte säga")),
            *((why.value, WHYS[why]) for why in ANSWER_REASONS),
        ],
        default="",
    )

    @property
    def reason(self) -> Why | None:
        """The reason, where one was chosen."""
        return Why(self.why.data) if self.why.data else None


def answer_in(form: AnswerForm, said: str | None) -> Answer | None:
    """The answer of the button that was pressed, if the form is in order."""
    if said in set(Answer) and form.validate_on_submit():
        return Answer(said)
    return None
