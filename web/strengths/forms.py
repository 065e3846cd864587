"""The skills assessment as it is filled in together, and the support needs."""

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, FieldList, Form, FormField
from wtforms.validators import Optional

from accounts.models import User
from foundation.translating import _, language, lazy_
from reference import levels, skills
from web.fields import ChoiceField, LinesField, VersionField, line, text
from web.strengths.wording import JUDGED, SURENESS
from web.youths.entries import AnswerField, TicksField
from youths.strengths.models import GeneralSkill, Judged, JudgedLanguage, Sureness
from youths.strengths.service import Strengths

MOST_ROWS = 30


def _general() -> list[tuple[str, str]]:
    found = ((s.code, s.label(language())) for s in skills.skills() if s.kind == "general")
    return [("", _("Välj")), *sorted(found, key=lambda choice: choice[1])]


def _languages() -> list[tuple[str, str]]:
    return [("", _("Välj språk")), *levels.languages().choices(language())]


def _levels() -> list[tuple[str, str]]:
    return [("", _("Vet inte än")), *levels.CEFR.choices(language())]


class SkillRow(Form):
    """A general skill, how sure the two are, and how it showed."""

    code = ChoiceField(lazy_("Styrka"), default="", choices=_general)
    sureness = ChoiceField(
        lazy_("Hur säkert?"),
        default=Sureness.SURE.value,
        choices=lambda: [(each.value, words) for each, words in SURENESS.items()],
    )
    shown = line(lazy_("Hur har det märkts?"), most=200)


class JudgedRow(Form):
    """A level of a language, and how it was judged; without a level it says nothing."""

    language = ChoiceField(lazy_("Språk"), default="", choices=_languages)
    level = ChoiceField(lazy_("Nivå"), default="", choices=_levels)
    how = ChoiceField(
        lazy_("Hur bedömdes det?"),
        default=Judged.OWN_VIEW.value,
        choices=lambda: [(each.value, words) for each, words in JUDGED.items()],
    )
    judged_on = DateField(lazy_("När?"), [Optional()])


class StrengthsForm(FlaskForm):
    """All of the assessment; what is left empty stays a question."""

    general_known = AnswerField(
        lazy_("Vilka är dina styrkor?"), none=lazy_("Ingen i listan"), some=lazy_("De här:")
    )
    general_skills = FieldList(FormField(SkillRow), max_entries=MOST_ROWS)
    own_words = text(lazy_("Hur skulle du beskriva dig själv?"), most=1_000)
    interests_known = AnswerField(
        lazy_("Vad gör du helst på din fria tid?"),
        none=lazy_("Inget särskilt"),
        some=lazy_("Det här:"),
    )
    interests = LinesField(lazy_("Det här gillar du"))
    worked_before = text(
        lazy_("När har det gått bra för dig? Vad var det som fungerade?"), most=1_000
    )
    languages_known = AnswerField(
        lazy_("Har någon bedömt dina språk?"), none=lazy_("Nej"), some=lazy_("Ja, så här:")
    )
    languages = FieldList(FormField(JudgedRow), max_entries=MOST_ROWS)
    version = VersionField()

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at every part, so that all that needs mending is told at once."""
        is_valid = super().validate(extra_validators)
        agrees = [question.agrees_with(written) for question, written in self._told()]
        return bool(is_valid and all(agrees))

    @property
    def strengths(self) -> Strengths:
        """What a valid form says."""
        general, interests, judged = (question.known(written) for question, written in self._told())
        return Strengths(
            general_skills=general,
            own_words=self.own_words.data,
            interests=interests,
            worked_before=self.worked_before.data,
            languages=judged,
        )

    def _told(self) -> list[tuple[Any, Sequence[Any]]]:
        """Each question before a list, with what is written below it."""
        return [
            (self.general_known, self._skills()),
            (self.interests_known, self.interests.lines),
            (self.languages_known, self._judged()),
        ]

    def _skills(self) -> list[GeneralSkill]:
        rows = {row["code"]: row for row in self.general_skills.data if row["code"]}
        return [
            GeneralSkill(code=code, sureness=Sureness(row["sureness"]), shown=row["shown"])
            for code, row in rows.items()
        ]

    def _judged(self) -> list[JudgedLanguage]:
        rows = {row["language"]: row for row in self.languages.data if row["level"]}
        return [
            JudgedLanguage(
                language=code,
                level=row["level"],
                how=Judged(row["how"]),
                judged_on=row["judged_on"],
            )
            for code, row in rows.items()
            if code
        ]


class SupportForm(FlaskForm):
    """What makes it easier, and who else may read it."""

    words = text(lazy_("Vad gör det lättare för dig på en arbetsplats?"), most=2_000)
    readers = TicksField(lazy_("Vilka mer får läsa det här?"), choices=list)
    version = VersionField()

    def choose_among(self, people: Sequence[User]) -> None:
        """Offer the colleagues of the team."""
        self.readers.choices = [(str(each.id), each.name) for each in people]
