"""The supervisor in a form: a colleague of the employer, or somebody else by name."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm

from accounts.models import User
from foundation.translating import _, lazy_
from web.fields import ChoiceField, line


class ColleagueField(ChoiceField):
    """A colleague of the employer, or nobody of them."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, choices=lambda: [("", _("Någon annan"))], default="", **rest)
        self.names: dict[str, str] = {}

    def offer(self, people: Iterable[User], chosen: UUID | None) -> None:
        """Let these be chosen; `chosen` is, until something has been sent."""
        self.names = {str(person.id): person.name for person in people}
        self.choices = [("", _("Någon annan")), *self.names.items()]
        if not self.raw_data:
            self.data = str(chosen) if str(chosen) in self.names else ""


class SupervisorForm(FlaskForm):
    """A form in which a supervisor is chosen or named."""

    colleague = ColleagueField(lazy_("Handledare"))
    supervisor = line(lazy_("Handledarens namn"), most=80)

    def offer_colleagues(self, people: Iterable[User], chosen: UUID | None = None) -> None:
        """Let these be the supervisor; a name is written only where it is none of them."""
        self.colleague.offer(people, chosen)
        if not self.is_submitted() and self.colleague.data:
            self.supervisor.data = ""

    @property
    def supervisor_id(self) -> UUID | None:
        """The colleague who was chosen in a valid form, if any."""
        return UUID(self.colleague.data) if self.colleague.data else None

    @property
    def supervisor_name(self) -> str:
        """The chosen colleague's name, or the one that is written."""
        written: str = self.supervisor.data
        return self.colleague.names.get(self.colleague.data, written)
