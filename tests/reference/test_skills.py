"""Skills: the vocabulary, what one stated skill means, and what a free text speaks of."""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.levels import CEFR, EDUCATION, LICENCES, languages
from reference.skill_vocabulary import false_friends
from reference.skill_words import WORD, stems
from reference.skills import SKILL_KINDS, Skill, found_in, mentions, named, skill, skills

AD = """Lagermedarbetare till vårt team i Malmö
Du plockar order med handskanner och kör truck. Truckkort är ett krav, och vi ser gärna att du
är noggrann, stresstålig och kan jobba självständigt. Erfarenhet av lagerarbete är meriterande.
I samarbete med Volvo Trucks söker vi dig snarast. Med vänlig hälsning, Anna"""


def code_of(stated: str) -> str | None:
    found = named(stated)
    return found.code if found else None


def codes_in(text: str) -> list[str]:
    return [each.code for each in found_in(text)]


def test_there_are_more_than_seven_hundred_skills_of_all_kinds() -> None:
    kinds = Counter(each.kind for each in skills())
    assert sum(kinds.values()) >= 700
    assert set(kinds) == set(SKILL_KINDS.codes)
    assert min(kinds.values()) >= 70


def test_every_skill_is_called_something_in_three_languages() -> None:
    for each in skills():
        assert all(each.label(language).strip() for language in ("sv", "nb", "en")), each.code
        assert len(each.names) >= 3 or each.label_sv == each.label_en, each.code


def test_codes_are_short_english_words_of_their_own() -> None:
    codes = [each.code for each in skills()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+){0,3}", code) for code in codes)
    lists = (*CEFR.codes, *EDUCATION.codes, *LICENCES.codes, *languages().codes)
    assert not {code.lower() for code in lists} & set(codes)


def test_a_skill_is_found_by_its_code() -> None:
    found = skill("forklift_licence")
    assert found
    assert (found.label("sv"), found.label("nb")) == ("Truckkort", "Truckførerbevis")
    assert skill("nonsense") is None


def test_no_name_leads_to_two_skills() -> None:
    owners = defaultdict[str, set[str]](set)
    for each in skills():
        for name in each.names:
            owners[" ".join(stems(name))].add(each.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}
    assert "" not in owners
    assert not owners.keys() & {" ".join(stems(phrase)) for phrase in false_friends()}


def test_every_name_means_its_skill_and_is_found_where_it_is_safe() -> None:
    for each in skills():
        alone = [stems(name) for name in each.alone]
        for name in each.names:
            assert named(name) is each, name
            if stems(name) in alone:
                assert each not in found_in(name), name
            else:
                assert found_in(name) == (each,), name


@pytest.mark.parametrize(
    ("code", "stated"),
    [
        ("forklift_licence", ["truckkort", "truckførerbevis", "forklift license", "B-truckar"]),
        ("cpr", ["HLR-utbildning", "hjerte- og lungeredning", "CPR"]),
        (
            "food_hygiene_certificate",
            ["hygienutbildning", "hygienekurs", "food safety certificate"],
        ),
        ("hot_work", ["Heta arbeten", "varme arbeider", "hot work"]),
        ("adr", ["ADR-intyg", "farlig gods", "dangerous goods"]),
        ("driver_competence", ["YKB", "yrkessjåførbevis", "driver CPC"]),
        ("punctuality", ["punktlighet", "jag kommer i tid", "møter presis", "punctual"]),
        ("service_mindedness", ["servicekänsla", "serviceinnstilt", "service-minded"]),
        ("independence", ["kan jobba självständigt", "arbeide selvstendig", "self-driven"]),
        ("social_skills", ["social kompetens", "sosiale evner", "people skills"]),
        ("teamwork", ["samarbetsförmåga", "samarbeidsevne", "team player"]),
        ("cashier", ["kassavana", "sitte i kassen", "cash handling"]),
        ("cleaning", ["städning", "renhold", "rengjøring", "cleaning"]),
        ("childcare", ["barnpassning", "barnepass", "babysitting"]),
        ("excel", ["Excel", "MS Excel", "regneark", "spreadsheets"]),
    ],
)
def test_a_skill_is_the_same_in_every_language(code: str, stated: list[str]) -> None:
    assert {name: code_of(name) for name in stated} == dict.fromkeys(stated, code)


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("erfarenhet av truck", "forklift_licence"),
        ("Jag kan laga mat", "cooking"),
        ("har jobbat på lager", "warehouse_work"),
        ("arbeten heta", "hot_work"),
        ("självständigt jobba", "independence"),
        ("truck kort", "forklift_licence"),
        ("kund service", "customer_service"),
        ("mat lagning", "cooking"),
        ("trappstädningen", "stairs_cleaning"),
        ("noggranna", "accuracy"),
        ("Utbildningsbevis enligt TLP 10 för truckförare", "forklift_licence"),
        ("Caesar, affärssystem", "erp_systems"),
    ],
)
def test_inflection_order_and_what_stands_around_do_not_matter(stated: str, code: str) -> None:
    assert code_of(stated) == code


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("trukcförarbevis", "forklift_licence"),
        ("truckførerbevs", "forklift_licence"),
        ("punktliget", "punctuality"),
        ("nogrann", "accuracy"),
        ("servisekänsla", "service_mindedness"),
        ("stresstolig", "stress_tolerance"),
        ("hygenutbildning", "food_hygiene_certificate"),
        ("försäljnig", "sales"),
        ("barnpasning", "childcare"),
        ("matlagnig", "cooking"),
        ("svettsning", "welding"),
        ("sjelvständig", "independence"),
        ("samarbetsförmoga", "teamwork"),
        ("powerpiont", "powerpoint"),
    ],
)
def test_misspelt_skills_are_understood(stated: str, code: str) -> None:
    assert code_of(stated) == code


@pytest.mark.parametrize(
    "stated",
    [
        *("och", "i", "ps", "kund", "ledning", "kokning", "clearing", "meteorologi", "Microsoft"),
        *("svenska", "engelska", "körkort", "B-körkort", "gymnasium"),
        *("truckförare", "lastbilschaufför", "zxcvbnmasdfghj"),
    ],
)
def test_other_words_are_no_skill(stated: str) -> None:
    assert named(stated) is None


def test_what_says_nothing_is_no_skill() -> None:
    assert [named(""), named("  "), named("-"), named("i samarbete med")] == [None] * 4


def test_one_letter_names_a_skill_only_when_it_is_all_that_is_said() -> None:
    assert (code_of("C"), code_of("Go"), code_of("Word")) == ("cpp", "golang", "word")
    assert codes_in("Go to level C for one more word about the net.") == []


def test_an_ad_is_read_in_order_and_each_skill_named_once() -> None:
    assert codes_in(AD) == [
        "order_picking",
        "voice_picking",
        "forklift_licence",
        "accuracy",
        "stress_tolerance",
        "independence",
        "warehouse_work",
    ]


def test_a_mention_says_where_it_stands() -> None:
    written = [(each.code, AD[each.start : each.end]) for each in mentions(AD)]
    assert ("forklift_licence", "kör truck") in written
    assert ("forklift_licence", "Truckkort") in written
    assert ("independence", "kan jobba självständigt") in written


def test_an_article_may_stand_within_a_name() -> None:
    text = "Du trivs med att arbeta i ett team."
    assert [text[each.start : each.end] for each in mentions(text)] == ["arbeta i ett team"]


def test_a_longer_name_hides_the_shorter_one_within_it() -> None:
    assert codes_in("Erfarenhet av MIG/MAG-svetsning") == ["mig_mag_welding"]


def test_a_name_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert "hot_work" in codes_in("Du har heta arbeten")
    assert "hot_work" not in codes_in("Här är det heta. Arbeten finns.")


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker en truckförare, en målare, en svetsare och en städare",
        "Vi ser etter en renholder, en elektrotekniker og en lagerarbeiderleder",
        "I samarbete med kommunen, i samband med sommaren, på jakt efter dig",
        "Vi undanber oss vänligen samtal från säljande bolag",
        "Med vänlig hälsning Sven",
        "Vi erbjuder flexibla arbetstider och fleksibel arbeidstid",
        "The work is driven by data, see page ab.html, and users may react to it",
        "Engelska i tal, körkort B, gymnasieexamen och svenska som modersmål",
        "A truck was parked outside. Volvo Trucks builds trucks",
        "Laste opp CV, ta mot beskjed, excels at nothing",
    ],
)
def test_words_that_only_sound_like_skills_are_not_found(text: str) -> None:
    assert codes_in(text) == []


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    found = mentions(text)
    assert all(text[each.start : each.end].strip() for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert list(dict.fromkeys(each.code for each in found)) == codes_in(text)
    assert named(text) is None or isinstance(named(text), Skill)


def test_reading_costs_little_more_than_cutting_the_text_into_words() -> None:
    text = (AD * 10)[:2500]
    assert _seconds(lambda: found_in(text)) < 12 * _seconds(lambda: WORD.findall(text))


def test_nearly_every_real_ad_speaks_of_skills(shared_data: Path) -> None:
    texts = [*_swedish_ads(shared_data), *_norwegian_ads(shared_data)]
    numbers = [len(found_in(text)) for text in texts if len(text) > 100]
    assert len(numbers) >= 150
    assert sum(number >= 1 for number in numbers) / len(numbers) >= 0.97
    assert sum(number >= 3 for number in numbers) / len(numbers) >= 0.9


def test_the_general_skills_of_the_employment_service_have_their_like(shared_data: Path) -> None:
    groups = json.loads((shared_data / "tax_generic_skills_af.json").read_text("utf-8"))
    labels = [each["label"][0] for group in groups for each in group["generic_skills"]]
    known = [label for label in labels if any(map(named, label.split("/")))]
    assert len(known) / len(labels) >= 0.8


def test_a_third_of_the_skills_of_the_taxonomy_lead_to_one_of_ours(shared_data: Path) -> None:
    with gzip.open(shared_data / "tax_skill_to_ssyk4.csv.gz", "rt", encoding="utf-8") as lines:
        labels = sorted({row["skill_label"] for row in csv.DictReader(lines)})[::8]
    assert len(labels) > 500
    assert sum(map(bool, map(named, labels))) / len(labels) >= 0.33


def _seconds(work: Callable[[], object]) -> float:
    """Return the shortest of many runs, which a busy machine disturbs least."""
    times = []
    for _ in range(30):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def _swedish_ads(folder: Path) -> list[str]:
    with gzip.open(folder / "ads_se_jobtech.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["description"]["text"] or "" for line in lines]


def _norwegian_ads(folder: Path) -> list[str]:
    with gzip.open(folder / "ads_no_nav.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["description"] or "" for line in lines]
