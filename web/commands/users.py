"""`flask users …`: teams and invitations, for the first administrator and for scripts."""

import click
from flask import current_app
from flask.cli import AppGroup

from accounts import queries, service, teams
from accounts.models import RoleName, User
from accounts.permissions import STAFF
from foundation import clock
from foundation.errors import DomainError
from foundation.settings import Settings
from foundation.translating import _
from reference import places
from web.db import session
from youths.agencies.responsibility import demand_handed_over

ROLES = click.Choice(sorted(role.value for role in STAFF))


class Users(AppGroup):
    """Commands whose refusals are a line on the terminal rather than a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DomainError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Users)
def users() -> None:
    """Invite, list and disable users, and create teams."""


@users.command()
@click.argument("email")
@click.option("--name", required=True, help="The person's name.")
@click.option("--role", required=True, type=ROLES)
@click.option("--team", "team_name", help="A team that exists.")
@click.option("--agency", help="The agency that the person comes from.")
def invite(email: str, name: str, role: str, team_name: str | None, agency: str | None) -> None:
    """Create an account for EMAIL and queue the letter that opens it."""
    settings: Settings = current_app.config["SETTINGS"]
    user = service.invite(
        session,
        email=email,
        name=name,
        role=RoleName(role),
        language=settings.default_language,
        team=queries.get_team(session, team_name) if team_name else None,
        agency=agency,
        public_url=settings.public_url,
        now=clock.now(),
    )
    session.commit()
    click.echo(_("Ett brev med en inbjudan är på väg till %(email)s.", email=user.email))


@users.command()
@click.argument("name")
@click.option("--municipality", required=True, help="Four digits, such as 2182 for Söderhamn.")
def team(name: str, municipality: str) -> None:
    """Create the team NAME."""
    if places.municipality("SE", municipality) is None:
        raise click.BadParameter(_("Kommunkoden finns inte."), param_hint="--municipality")
    teams.create(session, name=name, municipality=municipality, now=clock.now())
    session.commit()
    click.echo(_("Teamet %(name)s finns nu.", name=name))


@users.command(name="list")
def list_users() -> None:
    """List every user: address, role, state and teams."""
    people = session.exec(queries.people()).all()
    teams_of = queries.team_names(session, people)
    for user in people:
        in_teams = ", ".join(teams_of[user.id])
        click.echo(f"{user.email:<40} {user.role:<14} {_state(user):<12} {in_teams}".rstrip())


@users.command()
@click.argument("email")
def disable(email: str) -> None:
    """Close the account of EMAIL and end its sessions."""
    user = queries.get_by_email(session, email)
    demand_handed_over(session, user, now=clock.now())
    service.disable(session, user, by=None, now=clock.now())
    session.commit()
    click.echo(_("Kontot %(email)s är avstängt.", email=user.email))


def _state(user: User) -> str:
    if not user.active:
        return _("avstängd")
    return _("aktiv") if user.confirmed_at else _("inbjuden")
