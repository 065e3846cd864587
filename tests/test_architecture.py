"""The house rules that no single room can hold by itself."""

from dataclasses import fields

import pytest
from flask import Flask

from foundation.settings import ROOT
from matching.facts import Seeker, Vacancy
from web.guards import allowed

PROTECTED = ("sex", "gender", "birth_country", "birthplace", "nationality", "health", "benefit")
LONGEST_MODULE = 300
SKIPPED_FOLDERS = {".venv", "migrations", "node_modules"}


def test_every_route_says_who_may_use_it(app: Flask) -> None:
    rules = list(app.url_map.iter_rules())
    assert len(rules) > 20
    for rule in rules:
        allowed(rule.endpoint, app.view_functions[rule.endpoint])


@pytest.mark.parametrize("facts", [Seeker, Vacancy])
def test_no_protected_attribute_reaches_the_ranking(facts: type) -> None:
    names = {field.name for field in fields(facts)}
    assert not [name for name in names if any(word in name for word in PROTECTED)]


def test_no_module_is_too_long_to_be_read_at_once() -> None:
    modules = [
        path
        for path in ROOT.rglob("*.py")
        if not SKIPPED_FOLDERS & set(path.relative_to(ROOT).parts)
    ]
    assert len(modules) > 50
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in modules
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}
