"""Whether an ad offers help with somewhere to live."""

import pytest

from openings.reading.housing import housing_in

OFFERED = (
    "Vi kan hjälpa till med resor och boende vid behov!",
    "Kan være behjelpelig med anskaffelse av bolig.",
    "God reise- og boligordninger for ikke-lokale kandidater.",
    "Bostad ordnas.",
    "Bolig kan skaffes ved behov.",
    "Personalbostad finns.",
)
OF_OTHERS = (
    "Du bistår den boende med personlig omvårdnad.",
    "Vi erbjuder omsorg i särskilt boende.",
    "Du hjälper brukare med boende.",
    "Renhold av bolig.",
    "Gode pensjons-, forsikrings- og boliglånsordninger.",
)


@pytest.mark.parametrize("sentence", OFFERED)
def test_the_sentence_that_offers_it_is_read(sentence: str) -> None:
    assert housing_in(f"Jobbet är roligt.\n{sentence}\nVälkommen.") == sentence


@pytest.mark.parametrize("sentence", OF_OTHERS)
def test_homes_of_others_are_not_taken_for_it(sentence: str) -> None:
    assert housing_in(sentence) == ""
