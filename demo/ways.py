"""Some of the invented youths are on their way already: one at every stage, by the usual steps."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from accounts.models import User
from demo import gatherings, results, signed, together
from employers.models import Colleague
from openings.models import Opening, OpeningState
from placements import asking, introducing
from placements.disclosing import Written
from placements.introducing import Answer, Assessment
from placements.models import Ground, Introduction, Party, Purpose, Way, Why
from placements.moving import Actor
from placements.work import service as work
from placements.work.models import Outcome, Placement
from placements.work.queries import placement_of
from suggestions import decisions
from suggestions.models import Suggestion, SuggestionState
from youths.models import Youth

SHARED = ("skills", "experience", "languages", "driving_licences")
ABOUT = "Jag är nyfiken, kommer i tid och lär mig snabbt."
Go = Callable[["Guide"], object]


class NotPlaced(RuntimeError):  # noqa: N818  # reads as a sentence where it is raised
    """Three signatures have started nothing; the demo and the rules have come apart."""


class Guide:
    """Leads one youth along, one step a day, until somebody else has to act."""

    def __init__(
        self, session: Session, suggestion: Suggestion, *, since: datetime, public_url: str
    ) -> None:
        self.session, self.suggestion, self.now = session, suggestion, since
        self.public_url = public_url
        self.caseworker: User = suggestion.youth.responsible

    def ask(self) -> Introduction:
        """Take the suggestion further and ask the youth."""
        decisions.accept(self.session, self.suggestion, by=self.caseworker, now=self.now)
        self.way = asking.ask(self.session, self.suggestion, by=self.caseworker, now=self.now)
        return self.way

    def consent(self) -> None:
        """The youth says yes on the phone."""
        self.ask()
        by = Actor(Party.CASEWORKER, self.caseworker, Way.PHONE)
        asking.record_answer(self.session, self.way, is_given=True, by=by, now=self._tomorrow())

    def introduce(self) -> None:
        """The employer is told of what she can."""
        self.consent()
        assessment = Assessment(
            ticked=[*SHARED, "about"],
            written=Written(about=ABOUT),
            purpose=Purpose.RECRUITMENT,
            ground=Ground.CONSENT,
        )
        introducing.introduce(
            self.session,
            self.way,
            assessment,
            by=self.caseworker,
            public_url=self.public_url,
            now=self._tomorrow(),
        )

    def decline(self) -> None:
        """The employer says not this time."""
        self.introduce()
        self._answer(Answer.NO, Why.NO_SUPERVISOR)

    def meet(self) -> None:
        """The employer wants to meet."""
        self.introduce()
        self._answer(Answer.YES)
        signed.propose_meeting(
            self.session, self.way, by=self.caseworker, public_url=self.public_url, now=self.now
        )

    def agree(self) -> None:
        """An agreement waits for the employer's and the youth's signatures."""
        self.meet()
        self.agreement = signed.agreement_open(
            self.session, self.way, by=self.caseworker, public_url=self.public_url, now=self.now
        )
        self._sign(Party.CASEWORKER)

    def place(self) -> Placement:
        """All three have signed, and she has begun, for three months."""
        self.agree()
        self._sign(Party.EMPLOYER)
        self._sign(Party.YOUTH)
        placement = placement_of(self.session, self.way)
        if placement is None:
            raise NotPlaced
        return placement

    def _sign(self, party: Party) -> None:
        signed.sign(
            self.session,
            self.agreement,
            party,
            by=self.caseworker,
            public_url=self.public_url,
            now=self._tomorrow(),
        )

    def finish(self) -> None:
        """It led to a job at the same place."""
        placement = self.place()
        self.now += timedelta(days=30)
        last = self._tomorrow()
        work.end(
            self.session,
            placement,
            Outcome.JOB_HERE,
            ended_on=last.date(),
            by=self.caseworker,
            now=last,
        )

    def _answer(self, said: Answer, why: Why | None = None) -> None:
        people = introducing.people_to_tell(self.session, self.way)
        introducing.answer(
            self.session,
            self.way,
            said,
            why=why,
            by=Actor(Party.EMPLOYER, people[0]),
            public_url=self.public_url,
            now=self._tomorrow(),
        )

    def _tomorrow(self) -> datetime:
        self.now += timedelta(days=1)
        return self.now


PLANS: tuple[tuple[str, int, Go], ...] = (
    ("karin.fjarden@example.org", 60, Guide.finish),
    ("karin.fjarden@example.org", 9, Guide.agree),
    ("karin.fjarden@example.org", 3, Guide.introduce),
    ("karin.fjarden@example.org", 6, Guide.meet),
    ("per.ljusnan@example.org", 2, Guide.consent),
    ("mona.tallgarden@example.org", 20, Guide.place),
    ("sara.kajutan@example.org", 1, Guide.ask),
    ("bo.norrlager@example.org", 9, Guide.decline),
    ("eva.aterbruket@example.org", 20, Guide.place),
    ("olle.sunnby@example.org", 3, Guide.introduce),
)
"""Who is asked, how many days ago it began, and how far it has come."""


def set_out(session: Session, *, public_url: str, now: datetime) -> int:
    """Send some youths along, each to the best that waits for one at that employer.

    What colleagues of several agencies do together, the events, and what earlier youths have
    reached, are set out last.
    """
    sent: set[object] = set()
    for email, days, go in PLANS:
        suggestion = next((s for s in _waiting(session, email) if s.youth_id not in sent), None)
        if suggestion is not None:
            sent.add(suggestion.youth_id)
            since = now - timedelta(days=days)
            go(Guide(session, suggestion, since=since, public_url=public_url))
    together.set_out(session, public_url=public_url, now=now)
    gatherings.set_out(session, public_url=public_url, now=now)
    results.set_out(session, now=now)
    session.flush()
    return len(sent)


def _waiting(session: Session, email: str) -> Iterator[Suggestion]:
    rows = (
        select(Suggestion)
        .join(Opening, col(Opening.id) == Suggestion.opening_id)
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .join(Colleague, col(Colleague.employer_id) == Opening.employer_id)
        .join(User, col(User.id) == Colleague.user_id)
        .where(User.email == email, Opening.state == OpeningState.PUBLISHED)
        .where(Opening.number_of_vacancies > Opening.taken)
        .where(Suggestion.state == SuggestionState.NEW)
        .where(col(Youth.protected_identity).is_(False))
        .order_by(col(Suggestion.score).desc(), col(Youth.alias), col(Opening.headline))
    )
    yield from session.exec(rows)
