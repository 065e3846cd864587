"""The invented job tracks, and who is on them: made by the steps that people take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, select

from accounts.models import Team, User
from accounts.queries import get_team
from demo import people, rows
from employers.models import Employer
from jobtracks import parts, service
from jobtracks.checks import whole
from jobtracks.enrolments import following
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import EnrolmentState
from jobtracks.models import (
    Cohort,
    Competence,
    Gives,
    JobTrack,
    LanguageGiven,
    Level,
    Mastery,
    Part,
    Path,
    Shortage,
    Situation,
    StepKind,
)
from jobtracks.parts import StepFacts
from jobtracks.service import TrackFacts
from youths.models import Youth

SOURCE = "Påhittad prognos"
WENT: Mapping[EnrolmentState, tuple[Callable[..., object], ...]] = {
    EnrolmentState.INTEREST: (),
    EnrolmentState.WAITING: (enrolments.wait,),
    EnrolmentState.OFFERED: (enrolments.offer,),
    EnrolmentState.ACTIVE: (enrolments.offer, enrolments.accept),
}
"""What has been done with somebody after the first interest, by where she stands."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What every row of tracks.toml is made with."""

    session: Session
    employers: Mapping[str, Employer]
    today: date
    now: datetime

    @property
    def began(self) -> datetime:
        """When the tracks were made."""
        return self.now - timedelta(days=90)

    def day(self, days: int) -> date:
        """The date that many days from today."""
        return self.today + timedelta(days=days)


def add(session: Session, employers: Mapping[str, Employer], today: date, now: datetime) -> None:
    """Add the forecast, the tracks that rest on it, and those who are on them."""
    make = Maker(session, employers, today, now)
    forecast = {row["occupation"]: _forecast(make, row) for row in rows.facts("track", "forecast")}
    users = {user.email: user for user in session.exec(select(User))}
    for row in rows.facts("track"):
        team = get_team(session, people.TEAMS[row["team"]][0])
        _track(make, row, team, forecast[row["forecast"]], users[row["by"]])


def _forecast(make: Maker, row: dict[str, Any]) -> Shortage:
    this_year = make.today.year
    said = Shortage(
        source=SOURCE,
        round=f"{this_year}-1",
        occupation=row["occupation"],
        title=row["title"],
        situation=Situation(row["situation"]),
        chances=Level.HIGH,
        published_on=date(this_year, 1, 1),
        imported_at=make.now,
    )
    make.session.add(said)
    make.session.flush()
    return said


def _track(make: Maker, row: dict[str, Any], team: Team, said: Shortage, by: User) -> None:
    """A track with all that belongs to it, published unless it is a draft."""
    facts = TrackFacts(
        title=row["title"],
        contact_id=by.id,
        summary=row["summary"].strip(),
        municipality=rows.place(row["place"]).code if "place" in row else None,
        occupations=tuple(row["occupations"]),
        shortage_id=said.id,
        profile=tuple(
            Competence(skill=skill, mastery=Mastery(mastery))
            for skill, mastery in row.get("profile", {}).items()
        ),
        target_groups=tuple(row.get("groups", ())),
    )
    track = service.create(make.session, team, facts, by=by, now=make.began)
    for step in row["step"]:
        parts.add_step(make.session, track, _step(step), by=by, now=make.began)
    for letter in row.get("letter", ()):
        _letter(make, track, letter, by)
    if not row.get("is_draft"):
        service.publish(make.session, track, by=by, now=make.began)
    for cohort in row.get("cohort", ()):
        _cohort(make, track, cohort, by)


def _step(row: dict[str, Any]) -> StepFacts:
    spoken = row.get("languages", {}).items()
    return StepFacts(
        part=Part(row["part"]),
        path=Path(row["path"]) if "path" in row else None,
        turn=row["turn"],
        kind=StepKind(row["kind"]),
        title=row["title"],
        weeks=row["weeks"],
        hours=row["hours"],
        provider=row.get("provider", ""),
        prerequisites=row.get("prerequisites", ""),
        gives=Gives(
            skills=tuple(row.get("skills", ())),
            languages=tuple(LanguageGiven(language=code, level=level) for code, level in spoken),
            driving_licences=tuple(row.get("licences", ())),
            education_level=row.get("education"),
            certificates=tuple(row.get("certificates", ())),
        ),
    )


def _letter(make: Maker, track: JobTrack, row: dict[str, Any], by: User) -> None:
    employer = make.employers[row["employer"]]
    parts.add_letter(
        make.session,
        track,
        employer,
        places=row["places"],
        starts_on=make.day(row["starts"]),
        ends_on=make.day(row["ends"]),
        by=by,
        now=make.began,
    )
    if "agreed" in row:
        agreed = make.day(row["agreed"])
        parts.agree(make.session, track, employer, agreed_on=agreed, by=by, now=make.began)


def _cohort(make: Maker, track: JobTrack, row: dict[str, Any], by: User) -> None:
    """A start with those who are in it; who takes part has begun the first steps."""
    cohort = parts.add_cohort(
        make.session,
        track,
        starts_on=make.day(row["starts"]),
        seats=row["seats"],
        by=by,
        now=make.began,
    )
    for each in row.get("youth", ()):
        _enrol(make, cohort, each, by)


def _enrol(make: Maker, cohort: Cohort, row: dict[str, Any], by: User) -> None:
    named = select(Youth).where(Youth.alias == row["alias"])
    youth = make.session.exec(named.where(Youth.team_id == cohort.track.team_id)).one()
    asked = make.now - timedelta(days=row["days"])
    place = enrolments.ask(make.session, cohort, youth, by=by, now=asked)
    for number, act in enumerate(WENT[EnrolmentState(row["state"])], start=1):
        act(make.session, place, by=by, now=min(asked + timedelta(days=number), make.now))
    if place.state is EnrolmentState.ACTIVE and cohort.starts_on < make.today:
        first, *_rest = whole(make.session, cohort.track).steps
        following.take_step(
            make.session,
            place,
            first,
            started_on=cohort.starts_on,
            ended_on=None,
            by=by,
            now=make.now,
        )
