"""Organisation numbers, however they are written; a person's number is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from employers.numbers import NotANumber, PersonalNumber, read


@pytest.mark.parametrize(
    "text",
    [
        "5560160680",
        "556016-0680",
        " 556016 - 0680 ",
        "556016–0680",
        "16556016-0680",
        "SE556016068001",
        "se 5560160680",
        "SE556016-0680 01",
    ],
)
def test_a_swedish_number_is_read_in_every_usual_form(text: str) -> None:
    number = read(text, "SE")
    assert (number.country, number.digits, str(number)) == ("SE", "5560160680", "556016-0680")


@pytest.mark.parametrize("text", ["923609016", "923 609 016", "NO923609016MVA", "923 609 016 mva"])
def test_a_norwegian_number_is_read_in_every_usual_form(text: str) -> None:
    number = read(text, "NO")
    assert (number.digits, str(number)) == ("923609016", "923 609 016")


@pytest.mark.parametrize("text", ["550103-0003", "19850101-1234", "200501011234", "850101-9999"])
def test_a_persons_number_is_refused_as_such(text: str) -> None:
    with pytest.raises(PersonalNumber):
        read(text, "SE")


@pytest.mark.parametrize("text", ["", "556016-0681", "55601606", "55601606801", "abc", "923609016"])
def test_a_wrong_swedish_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        read(text, "SE")


@pytest.mark.parametrize("text", ["923609017", "92360901", "5560160680", "MVA"])
def test_a_wrong_norwegian_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        read(text, "NO")


def test_the_refusal_says_what_to_do_and_repeats_no_digits() -> None:
    with pytest.raises(PersonalNumber) as refusal:
        read("850101-9999", "SE")
    assert "kontakta teamet" in str(refusal.value)
    assert not any(character.isdigit() for character in str(refusal.value))


def test_other_countries_are_not_known() -> None:
    with pytest.raises(ValueError, match="DK"):
        read("12345678", "DK")


@given(st.text(max_size=30), st.sampled_from(["SE", "NO"]))
def test_no_text_passes_that_is_not_a_number(text: str, country: str) -> None:
    try:
        number = read(text, country)
    except (NotANumber, PersonalNumber):
        return
    assert number.digits.isascii()
    assert len(number.digits) == {"SE": 10, "NO": 9}[country]
