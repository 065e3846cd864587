"""Strings end to end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.strings import Strings

some_strings = st.lists(st.text(alphabet="abåäöø", max_size=4), unique=True).map(sorted)


@settings(deadline=None)
@given(some_strings, st.text(alphabet="abåäöø", max_size=4))
def test_strings_are_read_and_found_as_in_a_list(strings: list[str], wanted: str) -> None:
    laid = Strings.of(strings)
    assert list(laid) == strings
    assert [laid[at] for at in range(len(laid))] == strings
    assert laid.find(wanted) == (strings.index(wanted) if wanted in strings else None)
    begun = [at for at, each in enumerate(strings) if each.startswith(wanted)]
    assert list(laid.beginning(wanted)) == begun
    here = strings.index(wanted) if wanted in strings else -1
    assert laid.find_all([wanted, *strings]).tolist() == [here, *range(len(strings))]
