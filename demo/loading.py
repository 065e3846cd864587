"""Loads the demo once, into a database that is empty."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from accounts.models import Role, RoleName, User
from demo import employers, openings, people, plans, relations, rows, tracks, youths
from employers.models import Employer
from foundation import clock


def load_once(session: Session, *, now: datetime, zone: ZoneInfo) -> bool:
    """Fill an empty database; returns False, and changes nothing, where anyone is there already."""
    if session.exec(select(User.id).limit(1)).first():
        return False
    today = clock.local_date(now, zone)
    roles = {role.name: role for role in session.exec(select(Role))}
    known = {name: roles.get(name) or Role(name=name) for name in RoleName}
    session.add_all(known.values())
    caseworkers = people.add_teams(session, known, now)
    employed: dict[str, Employer] = {}
    seats = {row["key"]: row["place"] for row in rows.facts("employer")}
    for row in rows.facts("employer"):
        parent = employed.get(row.get("parent", ""))
        employed[row["key"]] = employers.add(session, row, parent, known, now)
    for number, row in enumerate(rows.facts("opening")):
        employer, seat = employed[row["employer"]], seats[row["employer"]]
        published = now - timedelta(hours=7 * number)
        session.add(openings.make(row, employer, seat, today, published))
    relations.add(session, employed, today, now)
    for number, row in enumerate(rows.facts("youth")):
        owners = caseworkers[row["team"]]
        youths.add(session, row, owners[number % len(owners)], today, now)
    session.flush()
    plans.add(session, today, now)
    tracks.add(session, employed, today, now)
    return True
