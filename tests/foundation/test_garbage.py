"""The collector rests in a long run, and is as it was afterwards."""

import gc

import pytest

from foundation.garbage import collected_in_turn


def test_nothing_is_collected_but_in_turn_and_afterwards_all_is_as_before() -> None:
    assert gc.isenabled()
    with collected_in_turn() as collect:
        assert not gc.isenabled()
        left_alone = gc.get_freeze_count()
        kept = [[number] for number in range(1000)]
        collect()
        assert gc.get_freeze_count() >= left_alone + len(kept)
    assert gc.isenabled()
    assert not gc.get_freeze_count()


def test_a_run_that_fails_leaves_the_collector_as_it_was() -> None:
    with pytest.raises(ZeroDivisionError), collected_in_turn():
        raise ZeroDivisionError
    assert gc.isenabled()
