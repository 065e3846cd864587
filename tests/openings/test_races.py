"""Two colleagues act on one opening at once, each over a connection of her own."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from accounts.models import RoleName, User
from openings import service
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState
from openings.states import IllegalMove
from tests.factories import NOW, make_employer, make_opening, make_user
from tests.openings.test_service import LATER, logged


def test_of_two_who_publish_at_once_the_second_is_told(fresh_engine: Engine) -> None:
    with Session(fresh_engine, expire_on_commit=False) as slow:
        author = make_user(slow, RoleName.EMPLOYER)
        seen = make_opening(slow, make_employer(slow, author), state=OpeningState.DRAFT)
        slow.commit()
        with Session(fresh_engine) as quick:
            fresh = quick.get_one(Opening, seen.id)
            service.publish(quick, fresh, by=quick.get_one(User, author.id), now=NOW)
            quick.commit()
        with pytest.raises(IllegalMove):
            service.publish(slow, seen, by=author, now=LATER)
    with Session(fresh_engine) as after:
        assert after.get_one(Opening, seen.id).published_at == NOW


def test_a_draft_that_a_colleague_has_published_is_not_thrown_away(fresh_engine: Engine) -> None:
    with Session(fresh_engine, expire_on_commit=False) as slow:
        author = make_user(slow, RoleName.EMPLOYER)
        seen = make_opening(slow, make_employer(slow, author), state=OpeningState.DRAFT)
        slow.commit()
        opening_id = seen.id
        with Session(fresh_engine) as quick:
            fresh = quick.get_one(Opening, seen.id)
            service.publish(quick, fresh, by=quick.get_one(User, author.id), now=NOW)
            quick.commit()
        with pytest.raises(IllegalMove):
            service.discard(slow, seen, by=author, now=LATER)
    with Session(fresh_engine) as after:
        kept = after.get_one(Opening, opening_id)
        assert kept.state is OpeningState.PUBLISHED
        assert logged(after, kept) == ["opening.published"]


def test_what_a_colleague_saved_meanwhile_is_not_published_unseen(fresh_engine: Engine) -> None:
    with Session(fresh_engine, expire_on_commit=False) as slow:
        author = make_user(slow, RoleName.EMPLOYER)
        seen = make_opening(slow, make_employer(slow, author), state=OpeningState.DRAFT)
        slow.commit()
        opening_id = seen.id
        with Session(fresh_engine) as quick:
            fresh = quick.get_one(Opening, seen.id)
            facts = replace(OpeningFacts.of(fresh), headline="")
            writer = quick.get_one(User, author.id)
            service.change(quick, fresh, facts, seen_at=fresh.updated_at, by=writer, now=LATER)
            quick.commit()
        with pytest.raises(IllegalMove):
            service.publish(slow, seen, by=author, now=LATER)
    with Session(fresh_engine) as after:
        assert after.get_one(Opening, opening_id).state is OpeningState.DRAFT
