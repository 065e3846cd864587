"""Everyday words for work, as people say and write them, lead to the right occupations."""

import pytest

from reference import linking


def best(words: str, country: str) -> str:
    return linking.link(words, country)[0].ssyk


@pytest.mark.parametrize(
    ("words", "ssyk"),
    [
        ("dagisfröken", "2343"),
        ("dagmamma", "5311"),
        ("jobba med barn", "5311"),
        ("BVC-sköterska", "2224"),
        ("ssk", "2221"),
        ("usk", "5321"),
        ("jobba i hemtjänsten", "5330"),
        ("personlig assistent, tjej sökes", "5343"),
        ("lagerjobb", "4322"),
        ("plugga truck", "8344"),
        ("IT-kille", "3512"),
        ("programmerare/kodare", "2512"),
        ("SoMe", "2432"),
        ("städ", "9111"),
        ("hotellstäd", "9111"),
        ("jobba på ICA", "5222"),
        ("jobba i klädaffär", "5223"),
        ("sitta i kassan", "5230"),
        ("Max", "9411"),
        ("mattant", "9412"),
        ("diskjobb", "9412"),
        ("barista", "5132"),
        ("VVS-montör", "7125"),
        ("rörmokare", "7125"),
        ("bilmek", "7231"),
        ("grovis", "9310"),
        ("fiberkille", "7420"),
        ("matbud", "8329"),
        ("busschaffis", "8331"),
        ("sopgubbe", "9610"),
        ("flyttgubbe", "9332"),
        ("plocka bär", "9210"),
        ("jobba med hästar", "6121"),
        ("hästskötare", "6121"),
        ("hundrastare", "6122"),
        ("frissa", "5141"),
        ("PT", "3422"),
        ("skådis", "2655"),
        ("snut", "3360"),
        ("lapplisa", "5419"),
        ("soc", "2661"),
        ("barnpassning", "9119"),
    ],
)
def test_swedes_say_it_in_their_own_words(words: str, ssyk: str) -> None:
    assert best(words, "SE") == ssyk


@pytest.mark.parametrize(
    ("words", "ssyk"),
    [
        ("kokk", "5120"),
        ("vaskejobb", "9111"),
        ("barnehageonkel", "5311"),
        ("hjelpepleier", "5321"),
        ("sykesøster", "2221"),
        ("lagergutt", "4322"),
        ("jobbe i butikk", "5223"),
        ("trailersjåfør", "8332"),
        ("sykkelbud", "8329"),
        ("oppvaskhjelp", "9412"),
        ("søppelmann", "9610"),
        ("rørlegger", "7125"),
        ("avisbud", "9621"),
    ],
)
def test_norwegians_say_it_in_their_own_words(words: str, ssyk: str) -> None:
    assert best(words, "NO") == ssyk


@pytest.mark.parametrize(
    ("words", "ssyk"),
    [
        ("dishwasher", "9412"),
        ("nanny", "9119"),
        ("forklift driver", "8344"),
        ("social media manager", "2432"),
        ("bike messenger", "8329"),
        ("nurse", "2221"),
        ("shop assistant", "5223"),
    ],
)
def test_english_titles_are_understood_in_sweden(words: str, ssyk: str) -> None:
    assert best(words, "SE") == ssyk
