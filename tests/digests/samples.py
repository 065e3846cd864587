"""A digest of each kind with something of everything in it, and how it is written."""

from datetime import UTC, date, datetime
from uuid import UUID

from digests import letters
from digests.building import AnyDigest, worded
from digests.caseworker.content import CaseworkerDigest, Nearing, Pick, ToDo, YouthNews
from digests.coordinator.content import (
    CoordinatorDigest,
    FreeSeats,
    Overlooked,
    Trouble,
    Unanswered,
)
from digests.employer.content import (
    Ahead,
    Draft,
    EmployerDigest,
    Expiring,
    Introduced,
    OpeningNews,
)
from digests.links import Reader
from digests.spans import Tally
from foundation.letters import Letter
from foundation.translating import speaking
from placements.first_days import Milestones
from placements.waiting import Todo
from tests.digests.making import PORTAL, SIGNER

FOX, NAMELESS = UUID(int=1), UUID(int=2)
COOK, CLEANER = UUID(int=3), UUID(int=4)
MORNING = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)

READER = Reader(UUID(int=9), SIGNER, {UUID(int=7): "/answer/token"})

TO_CASEWORKER = CaseworkerDigest(
    tasks=(
        ToDo(
            todo=Todo.CALL,
            youth_id=FOX,
            name="Räv",
            headline="Kock",
            introduction_id=UUID(int=6),
            due_on=date(2026, 11, 26),
        ),
        ToDo(todo=Todo.ASK, youth_id=FOX, name=None, headline="Städare", introduction_id=None),
    ),
    nearing=(Nearing(youth_id=FOX, name="Räv", left=9, so_far=Milestones()),),
    fresh=(
        YouthNews(
            youth_id=FOX,
            name="Räv",
            strong=2,
            good=1,
            picks=(
                Pick(
                    suggestion_id=UUID(int=5),
                    opening_id=COOK,
                    headline="Kock & <diskare>",
                    employer="Hotell Nord",
                ),
            ),
        ),
        YouthNews(youth_id=NAMELESS, name=None, good=3),
    ),
    waiting=(YouthNews(youth_id=FOX, name="A.H.", overdue=Tally(1, 1), returned=Tally(2, 0)),),
    without=(YouthNews(youth_id=NAMELESS, name="Uv"),),
)
TO_EMPLOYER = EmployerDigest(
    published=3,
    introductions=(
        Introduced(introduction_id=UUID(int=7), headline="Kock", due_on=date(2026, 11, 27)),
    ),
    ahead=(
        Ahead(title="Kock", starts_at=MORNING, meeting_id=UUID(int=8)),
        Ahead(title="Frukostmöte", starts_at=MORNING),
    ),
    news=(OpeningNews(opening_id=COOK, headline="Kock & <diskare>", accepted=6, suggested=12),),
    requests=Tally(2, 1),
    drafts=(Draft(opening_id=CLEANER, headline="Städare", is_new=False),),
    expiring=(
        Expiring(
            opening_id=COOK,
            headline="Kock",
            last_day=date(2026, 11, 30),
            is_new=True,
            can_be_prolonged=True,
        ),
    ),
)
TO_COORDINATOR = CoordinatorDigest(
    overlooked=tuple(Overlooked(youth_id=FOX, name=f"Räv {number}") for number in range(15)),
    unanswered=(Unanswered(introduction_id=UUID(int=7), headline="Kock", days=6),),
    seats=(FreeSeats(track_id=UUID(int=8), title="Vård och omsorg", left=4),),
    feeds=(Trouble(feed_id=UUID(int=8), name="Platsbanken"),),
    own=TO_CASEWORKER,
)


def written(digest: AnyDigest, language: str = "sv") -> Letter:
    with speaking(language):
        message = worded(digest, READER)
        return letters.write(message, READER, to="karin@example.org", public_url=PORTAL)
