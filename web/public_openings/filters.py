"""What the list for everybody is narrowed to, read from the address."""

from wtforms import Form, SelectField, StringField

from foundation.translating import lazy_
from openings.models import OpeningKind
from openings.queries import Filters
from web.fields import tidy
from web.openings.filters import counties, county_from, kinds, one_of


class PublicFilterForm(Form):
    """The filter bar; a value that is on no list narrows nothing."""

    q = StringField(lazy_("Ord"), filters=[tidy])
    kind = SelectField(lazy_("Typ"), choices=kinds)
    county = SelectField(lazy_("Län"), choices=counties)

    def filters(self) -> Filters:
        """The same as the query understands it."""
        county = county_from(self.county.data or "")
        return Filters(
            words=tidy(self.q.data),
            kind=one_of(OpeningKind, self.kind.data),
            country=county.country if county else None,
            county=county.code if county else None,
        )
