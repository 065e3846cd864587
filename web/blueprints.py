"""The areas of the portal, one blueprint each."""

from flask import Flask

from web.admin import bp as admin
from web.agencies import bp as agencies
from web.answers import bp as answers
from web.desk.views import bp as desk
from web.digests.links import bp as letter_links
from web.digests.views import bp as digests
from web.employer import bp as employer
from web.employer_introductions import bp as employer_introductions
from web.employer_openings import bp as employer_openings
from web.employers import bp as employers
from web.events import bp as events
from web.feed.views import bp as feed
from web.feeds import bp as feeds
from web.goals import bp as goals
from web.home.views import bp as home
from web.introductions import bp as introductions
from web.mobility import bp as mobility
from web.openings.views import bp as openings
from web.own_letters.views import bp as own_letters
from web.own_plan import bp as own_plan
from web.partners import bp as partners
from web.plans import bp as plans
from web.pledges import bp as pledges
from web.public_openings.views import bp as public_openings
from web.public_results import bp as public_results
from web.public_tracks.views import bp as public_tracks
from web.reference.views import bp as reference
from web.signin import bp as signin
from web.signing import bp as signing
from web.steering.views import bp as steering
from web.strengths import bp as strengths
from web.suggestions.views import bp as suggestions
from web.tracks import bp as tracks
from web.youths.pages import bp as youths

AREAS = (
    home,
    signin,
    admin,
    steering,
    goals,
    digests,
    letter_links,
    employer,
    employer_openings,
    employer_introductions,
    answers,
    employers,
    pledges,
    signing,
    openings,
    public_openings,
    public_tracks,
    public_results,
    feed,
    feeds,
    reference,
    desk,
    youths,
    strengths,
    mobility,
    plans,
    own_letters,
    own_plan,
    suggestions,
    introductions,
    agencies,
    tracks,
    events,
    partners,
)


def register(app: Flask) -> None:
    """Put every area in the app."""
    for area in AREAS:
        app.register_blueprint(area)
