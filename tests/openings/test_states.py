"""Only the moves of the table are possible."""

from itertools import product

import pytest

from openings.models import OpeningState
from openings.states import MOVES, STEP_DONE, IllegalMove, Step, after

EVERY_PAIR = list(product(OpeningState, Step))


@pytest.mark.parametrize(("state", "step"), [pair for pair in EVERY_PAIR if pair not in MOVES])
def test_a_step_that_is_not_in_the_table_is_refused(state: OpeningState, step: Step) -> None:
    with pytest.raises(IllegalMove):
        after(state, step)


def test_nothing_leads_away_from_closed() -> None:
    assert not [state for state, _step in MOVES if state is OpeningState.CLOSED]


def test_nothing_leads_back_to_a_draft() -> None:
    assert OpeningState.DRAFT not in MOVES.values()


def test_every_step_has_a_name_in_the_audit_log() -> None:
    assert set(STEP_DONE) == set(Step)
