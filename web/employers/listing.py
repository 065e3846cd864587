"""What the list of employers is narrowed to and sorted by, read from the address."""

from uuid import UUID

from sqlmodel import Session
from wtforms import Form, SelectField, StringField

from accounts.models import User
from employers import directory
from employers.directory import Filters, Sort
from employers.models import EmployerKind
from foundation.translating import lazy_
from web.employer.wording import KINDS
from web.fields import tidy
from web.lists import Order
from web.openings import wording

ANY = ("", lazy_("Alla"))
MINE = "mine"


class FilterForm(Form):
    """The filter bar; a value that is on no list narrows nothing."""

    q = StringField(lazy_("Namn eller nummer"), filters=[tidy])
    place = SelectField(lazy_("Kommun"), choices=[])
    kind = SelectField(lazy_("Typ"), choices=lambda: [ANY, *KINDS.items()])
    whose = SelectField(lazy_("Kontakten hålls av"), choices=[ANY, (MINE, lazy_("Mig"))])

    def offer_places(self, session: Session) -> None:
        """Let the reader choose among the municipalities where an employer is."""
        named = [
            (f"{country}-{code}", wording.municipality(country, code))
            for country, code in directory.municipalities(session)
        ]
        self.place.choices = [ANY, *sorted(named, key=lambda pair: pair[1])]

    def filters(self, user: User) -> Filters:
        """The same as the query understands it."""
        country, _dash, municipality = (self.place.data or "").partition("-")
        return Filters(
            words=tidy(self.q.data),
            kind=EmployerKind(self.kind.data) if self.kind.data in list(EmployerKind) else None,
            country=country or None,
            municipality=municipality or None,
            relation_owner_id=self._owner(user),
            sort=order().key,
        )

    def _owner(self, user: User) -> UUID | None:
        return user.id if self.whose.data == MINE else None


def order() -> Order[Sort]:
    """The order that the address asks for, or by name."""
    return Order.from_address(Sort, Sort.NAME)
