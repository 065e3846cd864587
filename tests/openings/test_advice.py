"""Advice about words: what it finds in both languages, and which false friends it leaves alone."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.advice import FILES, facts_in
from openings.advice import Ground, advise
from openings.facts import OpeningFacts
from openings.models import LanguageNeed, Needs

DISHWASHER = "9412"
NURSE = "2221"
PROGRAMMER = "2512"

JUDGED = Path(__file__).parent / "advice_judged.csv"
"""Each hit on the real ads by the ad's id, and whether the advice was judged helpful there."""

SHUT_OUT = [
    ("age", "Vi söker dig som är ung och pigg."),
    ("age", "Du är ung och vill framåt."),
    ("age", "Bli en del av ett ungt och härligt gäng."),
    ("age", "Du är mellan 20 och 30 år."),
    ("age", "Vi söker en nyexaminerad ekonom."),
    ("age", "Du är högst 30 år gammal."),
    ("age", "Vi er et ungt og dynamisk miljø."),
    ("age", "Är du en nyexad tekniker?"),
    ("age", "Du ska ha fyllt 25 år."),
    ("age", "We focus on young engineers."),
    ("sex", "We are looking for a handy guy."),
    ("origin", "Svenskt B-körkort är ett krav."),
    ("origin", "You must be a Swedish citizen."),
    ("disability", "You are physically fit."),
    ("disability", "Du är stresstålig."),
    ("disability", "Du kan ha mange baller i luften."),
    ("language", "Du har svenska som modersmål."),
    ("language", "Native Swedish speaker."),
    ("age", "Du er ung og sprek."),
    ("sex", "Vi söker en stark kille till lagret."),
    ("sex", "Vi söker en tjej till kassan."),
    ("sex", "Vi behöver en kvinnlig medarbetare."),
    ("sex", "Servitris sökes till helgerna."),
    ("sex", "Vi søker en sterk gutt til lageret."),
    ("sex", "Vaskedame søkes."),
    ("origin", "Du är svensk."),
    ("origin", "Du ska vara svensk medborgare."),
    ("origin", "Du talar svenska utan brytning."),
    ("origin", "Du er norsk statsborger."),
    ("religion", "Du kan arbeta utan slöja."),
    ("religion", "Du er kristen."),
    ("disability", "Du måste vara fullt frisk."),
    ("disability", "Arbetet kräver god fysik."),
    ("disability", "Du har god fysisk form."),
    ("family", "Du är utan barn och kan jobba kvällar."),
    ("family", "Du planerar inte föräldraledighet."),
    ("language", "Du talar flytande svenska i tal och skrift."),
    ("language", "Du snakker flytende norsk."),
]
FRIENDS = [
    "Du är stark i samarbete.",
    "Du kan vara ung i branschen eller ha jobbat länge.",
    "Du säljer Manlig Hudvård och andra märken.",
    "Vi är ett ungt företag som växer.",
    "Du stöttar unga personer i deras vardag.",
    "Vi söker medarbetare oavsett kön, ålder och etnisk tillhörighet.",
    "Vi vill att både kvinnor och män söker.",
    "Du kan vara nyexaminerad eller ha några års erfarenhet.",
    "Här möter du killar och tjejer från hela världen.",
    "Du har svensk legitimation och körkort som gäller i Sverige.",
    "Svenskt eller motsvarande körkort.",
    "A Swedish driving licence or equivalent.",
    "Svenskt medborgarskap krävs, eftersom tjänsten är säkerhetsklassad.",
    "Vi söker en pastor som delar vår tro till församlingen.",
    "Vi arbetar för en god hälsa för alla invånare.",
    "Du undervisar i svenska som modersmål.",
    "If Swedish is not your native language, we offer courses.",
    "Svenskt medborgarskap är ett krav. Vi prövar alla. Anställningen är i säkerhetsklass 2.",
    "We are a young company with offices in Göteborg.",
    "Fluent in English. Swedish is a plus.",
    "Grundläggande kunskaper i svenska i tal och skrift.",
    "Jeg er en jente på 8 år som trenger assistent.",
    "Du får tilpasset opplæring uansett alder.",
    "Du serverar lunch till barn mellan 6 och 12 år.",
]


def advice_on(text: str, **facts: Any) -> list[Ground]:
    written = OpeningFacts(headline="Plats", description=text, occupation=DISHWASHER)
    return [each.ground for each in advise(replace(written, **facts))]


def test_words_that_may_shut_somebody_out_are_found() -> None:
    assert [(advice_on(text), text) for _ground, text in SHUT_OUT] == [
        ([ground], text) for ground, text in SHUT_OUT
    ]


def test_false_friends_are_left_alone() -> None:
    assert {text: advice_on(text) for text in FRIENDS} == {text: [] for text in FRIENDS}


def test_much_swedish_is_questioned_only_where_hands_do_the_work() -> None:
    text = "Du talar flytande svenska."
    assert advice_on(text, occupation=NURSE) == advice_on(text, occupation=None) == []
    demanded = Needs(languages=(LanguageNeed(language="sv", level="C1"),))
    assert advice_on("Du diskar.", must_have=demanded) == ["language"]
    enough = Needs(languages=(LanguageNeed(language="sv", level="B1"),))
    assert advice_on("Du diskar.", must_have=enough) == []
    assert advice_on("Du vårdar.", must_have=demanded, occupation=NURSE) == []


def test_work_with_machines_is_asked_why_it_needs_an_outgoing_person_fluent_in_swedish() -> None:
    text = "Du är utåtriktad. Du talar flytande svenska."
    assert advice_on(text, occupation=PROGRAMMER) == ["disability", "language"]
    assert advice_on(text, occupation=NURSE) == []
    led = f"{text} Du arbetar som projektledare."
    assert advice_on(led, occupation=PROGRAMMER) == ["disability"]
    reasoned = "Du talar flytande svenska, eftersom du skriver manualer."
    assert advice_on(reasoned, occupation=PROGRAMMER) == []


def test_nine_of_ten_pieces_of_advice_on_real_ads_help(shared_data: Path) -> None:
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        judged = {
            (row["ad"], row["ground"], row["words"]): row["helpful"]
            for row in csv.DictReader(lines)
        }
    ads = {ad for ad, _ground, _words in judged}
    files = [shared_data / f"{name}.jsonl.gz" for name in FILES]
    found = {
        (ad, str(each.ground), each.key.partition(":")[2])
        for file in files
        for ad, facts in facts_in(file, only=ads)
        for each in advise(facts)
    }
    assert found - judged.keys() == set(), "not judged yet"
    assert len(found) >= 70
    assert sum(judged[each] == "yes" for each in found) / len(found) >= 0.9


def test_a_licence_is_questioned_where_nothing_is_driven() -> None:
    demanded = Needs(driving_licences=("B",))
    assert advice_on("Du diskar. B-körkort är ett krav.", must_have=demanded) == ["licence"]
    assert advice_on("Du kör ut lunch till våra kunder.", must_have=demanded) == []
    assert advice_on("Du diskar.", must_have=demanded, occupation="8321") == []


def test_advice_names_the_words_the_field_and_better_ones_once() -> None:
    facts = OpeningFacts(
        headline="Städerska",
        description="Städerska sökes. En städerska till.",
        must_have=Needs(skills=("stark kille",)),
    )
    first, second = advise(facts)
    assert (first.field, first.found, first.better) == ("headline", "Städerska", "lokalvårdare")
    assert (second.field, second.key) == ("must_have", "sex:stark kille")
