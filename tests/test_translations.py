"""Every text that a person reads is there in bokmål and in English, with the same facts in it."""

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from re import findall

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from foundation import translating
from foundation.settings import LANGUAGES, ROOT
from foundation.translating import gettext, ngettext

OTHERS = [code for code in LANGUAGES if code != translating.SOURCE]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Every text in code and templates, found as `make messages` finds it; of a plural, the one."""
    template = tmp_path_factory.mktemp("texts") / "messages.pot"
    options = ["--mapping-file", "translations/babel.cfg", "--keywords", "lazy_"]
    extract = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", *options]
    subprocess.run([*extract, "--output-file", str(template), "."], cwd=ROOT, check=True)
    with template.open("rb") as file:
        return frozenset(next(forms(message))[0] for message in read_po(file) if message.id)


@cache
def catalogue(code: str) -> Catalog:
    """The texts of a language, as its translators keep them."""
    with (ROOT / "translations" / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=code)


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each Swedish form of a message with its translation."""
    texts, translations = message.id, message.string
    if isinstance(texts, str):
        yield texts, str(translations)
    else:
        yield from zip(texts, translations or (), strict=True)


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_is_left_in_swedish(code: str, texts: frozenset[str]) -> None:
    translated = {
        next(forms(message))[0]
        for message in catalogue(code)
        if message.id and all(translation for _text, translation in forms(message))
    }
    assert sorted(texts - translated) == []
    assert len(texts) > 500


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_facts_of_its_text(code: str) -> None:
    def facts(text: str) -> set[str]:
        return set(findall(r"%\(\w+\)[sd]", text))

    different = [
        text
        for message in catalogue(code)
        if message.id
        for text, translation in forms(message)
        if facts(text) != facts(translation)
    ]
    assert different == []


def test_a_text_and_a_number_are_told_in_the_reader_s_language() -> None:
    with translating.speaking("en"):
        assert gettext("Logga in") == "Log in"
    with translating.speaking("nb"):
        assert gettext("Logga in") == "Logg inn"
    assert ngettext("%(num)s plats", "%(num)s platser", 1200) == "1\xa0200 platser"
