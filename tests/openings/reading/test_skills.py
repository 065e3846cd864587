"""Skills of the vocabulary, where a heading or a word asks for them."""

import pytest

from openings.reading import Requirement
from tests.openings.reading.asking import demanded, useful

SKILL = Requirement.SKILL


@pytest.mark.parametrize(
    "text", ["Krav:\n- Truckkort", "Truckkort krävs.", "Kvalifikasjoner\n- Truckførerbevis"]
)
def test_a_skill_is_demanded(text: str) -> None:
    assert demanded(text, SKILL) == ["forklift_licence"]


@pytest.mark.parametrize("text", ["Meriterande:\n- Truckkort", "Truckkort är meriterande."])
def test_a_skill_is_useful(text: str) -> None:
    assert (demanded(text, SKILL), useful(text, SKILL)) == ([], ["forklift_licence"])


@pytest.mark.parametrize(
    "text",
    [
        "Du ska köra truck. Truckkort får du hos oss.",
        "Arbetsuppgifter\n- Städning",
        "Krav:\nVi har egen utbildning för truckkort.",
        "Flytande svenska i tal och skrift krävs.",
    ],
)
def test_what_the_work_is_or_the_employer_has_is_not_asked_for(text: str) -> None:
    assert demanded(text, SKILL) + useful(text, SKILL) == []
