"""What every page shows around its content: the places of one's role, and one's own menu."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for
from flask_security import current_user

from accounts.models import RoleName
from accounts.permissions import CASEWORKERS
from employers.queries import acts_for_any
from foundation.settings import Settings
from foundation.translating import _, lazy_
from web import guards
from web.db import session

Places = tuple[tuple[str, str], ...]
"""What each place is called, and the endpoint that it leads to."""

PLACES: dict[RoleName, Places] = {
    RoleName.EMPLOYER: (
        (lazy_("Start"), "employer.index"),
        (lazy_("Mina platser"), "employer_openings.index"),
        (lazy_("Presentationer"), "employer_introductions.index"),
        (lazy_("Organisation"), "employer.organisation"),
    ),
    RoleName.CASEWORKER: (
        (lazy_("Start"), "desk.index"),
        (lazy_("Ungdomar"), "youths.index"),
        (lazy_("På gång"), "introductions.index"),
        (lazy_("Platser"), "openings.index"),
        (lazy_("Arbetsgivare"), "employers.index"),
    ),
    RoleName.COORDINATOR: (
        (lazy_("Start"), "desk.index"),
        (lazy_("Ungdomar"), "youths.index"),
        (lazy_("På gång"), "introductions.index"),
        (lazy_("Platser"), "openings.index"),
        (lazy_("Arbetsgivare"), "employers.index"),
    ),
    RoleName.STEERING: (
        (lazy_("Läget"), "steering.index"),
        (lazy_("Mål"), "goals.index"),
        (lazy_("Jobbspår"), "tracks.index"),
    ),
    RoleName.ADMINISTRATOR: (
        (lazy_("Användare"), "admin.users"),
        (lazy_("Åtkomstlogg"), "admin.audit"),
        (lazy_("Brev"), "admin.letters"),
        (lazy_("Vikter"), "admin.weights"),
        (lazy_("Flöden"), "feeds.index"),
    ),
}


WITHOUT_EMPLOYER = {"employer.index", "employer.organisation"}
"""Where a supervisor, or who waits to be let in, has something to see."""

SEARCHED = {
    RoleName.EMPLOYER: "employer_openings.index",
    RoleName.CASEWORKER: "openings.index",
    RoleName.COORDINATOR: "openings.index",
    RoleName.ADMINISTRATOR: "admin.users",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the top bar."""

    label: str
    url: str
    active: bool


def start_of(role: RoleName) -> str:
    """The endpoint where a person of this role begins."""
    return PLACES[role][0][1]


def _shown(places: Places) -> list[Place]:
    here = _nearest({endpoint for _label, endpoint in places})
    return [Place(str(label), url_for(place), place == here) for label, place in places]


def _places() -> Places:
    """The places of the role; who acts for no employer has no openings and no introductions."""
    user = guards.user()
    places = PLACES[user.role]
    if user.role is RoleName.EMPLOYER and not acts_for_any(session, user):
        return tuple(each for each in places if each[1] in WITHOUT_EMPLOYER)
    return places


def _nearest(endpoints: set[str]) -> str | None:
    """The place that this page is, or else the front of the area that it lies in."""
    if request.endpoint in endpoints:
        return request.endpoint
    front = f"{request.blueprint}.index"
    return front if front in endpoints else None


def account_links() -> list[Place]:
    """The way in for a visitor; the way to her own account for one who is in."""
    label, endpoint = _("Logga in"), "signin.index"
    if current_user.is_authenticated:
        label, endpoint = _("Mitt konto"), "signin.account"
    return [Place(label, url_for(endpoint), endpoint == request.endpoint)]


def _search_url(places: Places) -> str | None:
    """Where the search field of the top bar leads; some roles have nothing to search."""
    found = SEARCHED.get(guards.user().role)
    return url_for(found) if found in {endpoint for _label, endpoint in places} else None


def finds_youths() -> bool:
    """Whether the top bar has a field that finds a youth of one's own teams."""
    return bool(current_user.is_authenticated) and guards.user().role in CASEWORKERS


def _around() -> dict[str, Any]:
    places = _places() if current_user.is_authenticated else ()
    return {
        "navigation": _shown(places),
        "account_links": account_links(),
        "search_url": _search_url(places) if places else None,
        "finds_youths": finds_youths(),
    }


def register(app: Flask) -> None:
    """Give every template what stands around its content."""
    settings: Settings = app.config["SETTINGS"]
    app.jinja_env.globals["demo_mode"] = settings.demo
    app.context_processor(_around)
