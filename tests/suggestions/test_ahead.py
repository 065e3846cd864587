"""Youths ranked in parts get what one process gives them, and who has changed is ranked anew."""

from pathlib import Path
from uuid import UUID

import pytest
from distributed import Client, get_task_stream
from sqlalchemy import Engine
from sqlmodel import Session, col, delete, select

from foundation.db import reading, session_for
from matching import partitions
from matching.partitions import SCHEDULER
from suggestions import ahead, choosing
from suggestions.choosing import Choice
from suggestions.facts import seeker_of
from suggestions.finding import Ahead, look_ahead
from suggestions.models import Suggestion
from suggestions.ranking import keep_in, matcher_on, saved
from suggestions.renewal import RefreshSummary, renew
from suggestions.service import refresh_all
from tests.factories import NOW, TODAY, make_opening
from tests.suggestions.makers import COOK, KITCHEN, make_cook
from youths.models import Youth


@pytest.fixture(autouse=True)
def _no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SCHEDULER, raising=False)


def suggested(engine: Engine) -> set[tuple[UUID, UUID, float, str]]:
    with Session(engine) as session:
        rows = session.exec(select(Suggestion)).all()
        return {(row.youth_id, row.opening_id, row.score, repr(row.reasons)) for row in rows}


def night_in_one(
    engine: Engine, folder: Path
) -> tuple[RefreshSummary, set[tuple[UUID, UUID, float, str]]]:
    """What one process does for three youths and three openings; it is forgotten again."""
    keep_in(folder / "index", engine)
    with session_for(engine) as session:
        for wish in ("köksbiträde", "kock", "lager"):
            make_cook(session, wishes=[wish])
        for occupation in (COOK, KITCHEN, "4322"):
            make_opening(session, occupation=occupation)
    in_one, expected = refresh_all(engine, now=NOW), suggested(engine)
    with session_for(engine) as session:
        session.exec(delete(Suggestion))
    assert len(expected) >= 6
    return in_one, expected


def test_a_night_of_several_processes_is_the_same_night(
    fresh_engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_one, expected = night_in_one(fresh_engine, tmp_path)
    monkeypatch.setattr(ahead, "MANY", 1)
    monkeypatch.setattr(ahead, "TOGETHER", 2)
    told: list[tuple[int, int]] = []

    shared = refresh_all(fresh_engine, now=NOW, progress=lambda *how_far: told.append(how_far))

    assert shared == in_one
    assert suggested(fresh_engine) == expected
    assert told == [(2, 3), (3, 3)]
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"index"}


def test_a_night_that_a_cluster_ranks_is_the_same_night(
    fresh_engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cluster: str
) -> None:
    in_one, expected = night_in_one(fresh_engine, tmp_path)
    monkeypatch.setenv(SCHEDULER, cluster)
    monkeypatch.setattr(ahead, "IN_A_ROUND", 2)
    monkeypatch.setattr(partitions, "IN_A_PART", 1)

    with Client(cluster) as watching, get_task_stream(watching) as stream:
        shared = refresh_all(fresh_engine, now=NOW)

    assert shared == in_one
    assert suggested(fresh_engine) == expected
    assert len(stream.data) >= len(expected) // 2, "the cluster ranked every part"


def test_others_write_while_it_is_ranked_and_are_seen(fresh_engine: Engine, tmp_path: Path) -> None:
    keep_in(tmp_path / "index", fresh_engine)
    with session_for(fresh_engine) as session:
        youth_id = make_cook(session).id
        make_opening(session)
    matcher = matcher_on(fresh_engine, on=TODAY)
    with Session(reading(fresh_engine)) as looking:
        found = look_ahead(looking, [youth_id], matcher, Ahead(), now=NOW)
        with session_for(fresh_engine) as meanwhile:
            meanwhile.get_one(Youth, youth_id).countries = ["NO"]
    assert found.drafts[youth_id].changes.made

    with session_for(fresh_engine) as session:
        renewed = renew(session, [youth_id], matcher, now=NOW, ahead=found)

    assert renewed == RefreshSummary(youths=1), "she no longer looks in Sweden"


def test_who_has_changed_since_she_was_ranked_is_ranked_anew(session: Session) -> None:
    youth, changed = make_cook(session), make_cook(session)
    opening = make_opening(session)
    matcher = matcher_on(session.get_bind(), on=TODAY)
    before = {
        each.id: Choice(seeker_of(each), {opening.id: 0.999 if each is youth else 0.1})
        for each in (youth, changed)
    }
    renewed = renew(session, [youth.id, changed.id], matcher, now=NOW)
    changed.wishes = ["kock"]
    session.flush()

    again = renew(session, [youth.id, changed.id], matcher, now=NOW, ahead=Ahead(before))

    assert renewed == RefreshSummary(youths=2, new=2)
    assert again.changed >= 1, "what was chosen ahead is compared with what stands"
    scores = select(Suggestion.youth_id, Suggestion.score).order_by(col(Suggestion.id))
    true = {
        UUID(each.seeker.id): each.openings[opening.id]
        for each in choosing.choose(matcher, [seeker_of(youth), seeker_of(changed)])
    }
    assert dict(session.exec(scores).all()) == true


def test_the_index_is_left_for_others_beside_the_installations_own_and_taken_away(
    fresh_engine: Engine, tmp_path: Path
) -> None:
    keep_in(tmp_path / "index", fresh_engine)
    with session_for(fresh_engine) as session:
        make_opening(session)
    with saved(fresh_engine, matcher_on(fresh_engine, on=TODAY)) as index:
        assert index.parent == tmp_path
        assert any(index.iterdir())
    assert not index.exists()
