"""The form of a feed."""

from typing import Self

from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from foundation.translating import language, lazy_
from openings.feeds.models import Feed, FeedKind
from openings.feeds.service import FeedFacts
from reference import occupations, places
from web.feeds.wording import KINDS
from web.fields import at_most, tidy


class ManyField(SelectMultipleField):
    """A choice of many as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class FeedForm(FlaskForm):
    """What an administrator says about a feed."""

    name = StringField(
        lazy_("Namn"),
        [DataRequired(lazy_("Ge flödet ett namn.")), Length(max=80)],
        filters=[tidy],
    )
    kind = SelectField(lazy_("Sort"), choices=list(KINDS.items()))
    address = StringField(
        lazy_("Adress"),
        [DataRequired(lazy_("Skriv källans adress.")), at_most(500)],
        filters=[tidy],
    )
    counties = ManyField(lazy_("Län som tas in"))
    occupation_fields = ManyField(lazy_("Yrkesområden som tas in"))
    is_on = BooleanField(lazy_("Läs flödet varje timme"), default=True)

    @classmethod
    def of(cls, feed: Feed | None) -> Self:
        """The form, filled by a feed where there is one, whose kind stays what it is."""
        form = cls(obj=feed)
        form.counties.choices = [
            (f"{country}-{each.code}", each.name)
            for country in ("SE", "NO")
            for each in places.counties(country)
        ]
        form.occupation_fields.choices = [
            (term.code, term.label(language())) for term in occupations.fields()
        ]
        if feed is not None:
            del form.kind
        return form

    def facts(self, kind: FeedKind | None = None) -> FeedFacts:
        """What is written, as the service takes it."""
        return FeedFacts(
            name=self.name.data or "",
            kind=kind or FeedKind(self.kind.data),
            address=self.address.data or "",
            counties=self.counties.data or (),
            occupation_fields=self.occupation_fields.data or (),
            is_on=bool(self.is_on.data),
        )
