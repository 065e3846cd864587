"""No person stays in an ad, and nothing else leaves it."""

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openings.contacts import without_contacts, without_people
from openings.personal_details import details

LEFT = "Du lagar lunch. Vi är ett glatt gäng."

CONTACTS = [
    "Kontakt: Anna Andersson, rektor",
    "Kontaktperson Örjan Kvist-Åberg",
    "Har du frågor om tjänsten, kontakta Yrsa Blad på 0270-750 00 eller yrsa.blad@example.org.",
    "Vill du veta mer? Ring Eva på 070-123 45 67.",
    "Facklig företrädare: Nils Öberg, Kommunal, 0270-123 45",
    "Rekryterande chef Xandra Ywell svarar på frågor.",
    "Spørsmål om stillingen rettes til avdelingsleder Kari Nordmann.",
    "Nærmere opplysninger ved seksjonsleder Zebulon Fjell, tlf. 55 12 34 56.",
    "Ta gjerne kontakt med Bjørn Dahl på 912 34 567.",
    "Questions? Please contact Hiring Manager Jane O’Neil at +46 (0)70-123 45 67.",
]

DETAILS = [
    "anna.andersson@example.org",
    "anna (at) example.org",
    "anna(@)example.org",
    "+46 70 123 45 67",
    "+46 (0)70-1234567",
    "0046701234567",
    "070-123 45 67",
    "0701234567",
    "070 12345678",
    "08-123 456 78",
    "08/123 456",
    "0270-750 00",
    "+47 912 34 567",
    "912 34 567",
    "22 33 44 55",
    "91234567",
    "tlf: 12345",
    "19990101-1239",
    "990161-1230",
    "01019912345",
    "https://www.linkedin.com/in/anna-andersson-1",
]

NO_DETAILS = [
    "Arbetstid 08.00-16.30 eller 07:00–15:00.",
    "Start 2026-01-07, 01.10.2026, 1/10 2026, 01/10/2026 eller 20261007.",
    "Period 2026‑05‑04–2027‑09‑30.",
    "Lön 25 000 - 30 000 kr, årslønn kr 635 400 - 777 900.",
    "Org.nr 556855-1104 och 919 672 668.",
    "826 50 Söderhamn, 0484 Oslo, referens 2026/1234-56.",
    "37,5 timmar i veckan, 100 %, kl. 07.30 - 16.",
    "Du har kontakt med kunder i Norden och Arla Foods varje dag.",
    "Du svarar på frågor från elever på Faxeskolan.",
    "Kontakta oss gärna! Har du frågor?",
    "Kontakta ansvarig rekryterare hos Region Gävleborg vid skyddad identitet.",
    "Hans Holm AB söker en Line Manager.",
    "Stasjonen ligger på Jan Mayen.",
    "Kul att du hittade hit! Sol och bad, Liv och Lust.",
]


@pytest.mark.parametrize("contact", CONTACTS)
def test_a_line_with_a_contact_goes_and_the_rest_stays(contact: str) -> None:
    remains = without_contacts(f"{LEFT}\n{contact}\n\n{LEFT}")
    assert remains.split("\n") == [LEFT, "", LEFT]


@pytest.mark.parametrize("contact", [each for each in CONTACTS if each.endswith((".", "?"))])
def test_a_sentence_with_a_contact_goes_and_the_rest_of_its_line_stays(contact: str) -> None:
    remains = without_contacts(f"{LEFT} {contact} {LEFT}")
    assert remains == f"{LEFT} {LEFT}"


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("around", ["{}", "Skicka den till {} i dag", "({}).", "se {}, tack"])
def test_addresses_and_numbers_are_replaced_wherever_they_stand(detail: str, around: str) -> None:
    assert without_people(around.format(detail)) == around.format("…")


@pytest.mark.parametrize("text", NO_DETAILS)
def test_what_only_looks_like_a_contact_stays(text: str) -> None:
    assert without_contacts(text) == text


def test_a_name_in_running_text_is_replaced() -> None:
    told = without_contacts("Firman startades 1992 av Mikael Särn och Cecilia von Ek-Holm i Visby.")
    assert told == "Firman startades 1992 av … och … i Visby."


def test_a_list_of_people_under_a_heading_goes_with_names_nobody_has_heard() -> None:
    people = "Xi Blom (kökschef)\nProf. Qwert Yuiop\n"
    text = f"Vi söker en kock.\n\nKontaktpersoner:\n{people}\nOm oss\nVi lagar mat."
    assert (
        without_contacts(text) == "Vi söker en kock.\n\nKontaktpersoner:\n\nOm oss\nVi lagar mat."
    )


def test_a_headline_keeps_what_it_offers() -> None:
    assert without_people("Kock sökes, ring Anna Ek 070-123 45 67") == "Kock sökes, ring … …"


@given(st.text())
def test_any_text_can_be_gone_through(text: str) -> None:
    assert not list(details(without_contacts(text).replace("…", " … ")))


@pytest.mark.parametrize(
    "name", ["ads_se_jobtech", "ads_se_goteborg_it", "ads_se_legacy_small", "ads_no_nav"]
)
def test_real_ads_lose_every_address_and_number_and_little_else(
    shared_data: Path, name: str
) -> None:
    with gzip.open(shared_data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        ads = [json.loads(line) for line in lines]
    texts = [ad["description"]["text"] if "se_" in name else ad["description"] for ad in ads]
    before = [text.replace("\r\n", "\n") for text in texts if text]
    after = [without_contacts(text) for text in before]
    assert not [found for text in after for found in re.findall(r"\S+@[\w-]+\.\w+", text)]
    assert not [text[a:b] for text in after for a, b in details(text)]
    assert sum(map(len, after)) > 0.99 * sum(len(text.strip()) for text in before)
