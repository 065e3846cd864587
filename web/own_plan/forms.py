"""What a youth writes about herself, part by part."""

from flask_wtf import FlaskForm

from foundation.translating import lazy_
from web.fields import text
from youths.plans.models import OwnWords
from youths.plans.wording import PARTS

LONGEST = 3_000


class OwnWordsForm(FlaskForm):
    """Five short questions. None of them has to be answered."""

    want = text(
        PARTS["want"], most=LONGEST, description=lazy_("Ett jobb, en kurs, en egen bostad?")
    )
    can = text(PARTS["can"], most=LONGEST, description=lazy_("Vad är du bra på? Vad gör du gärna?"))
    steps = text(PARTS["steps"], most=LONGEST, description=lazy_("Vad gör du först? Och sedan?"))
    help = text(PARTS["help"], most=LONGEST, description=lazy_("Vem kan hjälpa dig, och hur?"))
    there = text(PARTS["there"], most=LONGEST, description=lazy_("Hur ser en bra dag ut då?"))

    @property
    def words(self) -> OwnWords:
        """What a valid form says."""
        return OwnWords(**{name: self[name].data for name in OwnWords.model_fields})
