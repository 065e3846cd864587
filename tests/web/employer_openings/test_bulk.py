"""A table is sent, read through and taken in, and one's own data comes out, and nobody else's."""

import io
import json

from flask import Flask
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from foundation.sheets import read_sheet
from openings.models import Opening, OpeningUpload
from tests.client import Client, words
from tests.factories import make_caseworker, make_employer, make_opening, make_user

BULK = "/my-openings/bulk"
CSV = "Egen beteckning;Rubrik;Antal platser\n1;Kock;2\n2;Diskare;många\n3;Städare;\n"


def send(client: Client, content: bytes, expect: int = 302) -> str:
    """Send a file as a browser does; returns where it leads, or the page."""
    client.session.commit()
    data = {"file": (io.BytesIO(content), "platser.csv"), "publishes": "y"}
    answer = client.http.post(BULK, data=data, content_type="multipart/form-data")
    assert answer.status_code == expect
    return answer.headers.get("Location") or answer.get_data(as_text=True)


def test_a_table_is_read_through_before_it_is_taken_in(client: Client, session: Session) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    make_employer(session, maj, name="Kaféet")
    client.sign_in(maj)
    review = send(client, CSV.encode())
    page = words(client.get(review))
    assert "Så här blir det för Kaféet" in page
    assert "Ny: 2 Rätta raden: 1" in page
    assert "3 Diskare Rätta raden Antal platser: Skriv ett heltal med siffror." in page
    assert session.exec(select(Opening)).all() == []
    assert "2 platser är inlästa." in words(client.follow(f"{review}/take-in"))
    assert {each.headline for each in session.exec(select(Opening))} == {"Kock", "Städare"}
    assert session.exec(select(OpeningUpload)).all() == []
    [entry] = session.exec(select(AuditEntry).where(AuditEntry.action == "openings.taken_in"))
    assert entry.facts == {"new": 2, "changed": 0, "unchanged": 0, "refused": 1}
    assert "Finns redan: 2" in words(client.get(send(client, CSV.encode())))


def test_what_is_no_table_comes_back_with_words(client: Client, session: Session) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    make_employer(session, maj)
    page = send(client.sign_in(maj), b"PK\x03\x04 no workbook", expect=200)
    assert "Spara den som CSV eller Excel" in page


def test_a_table_is_its_senders_own(client: Client, session: Session) -> None:
    maj, per = (make_user(session, RoleName.EMPLOYER) for _person in range(2))
    make_employer(session, maj, per)
    review = send(client.sign_in(maj), CSV.encode())
    client.sign_in(per).get(review, expect=404)
    client.post(f"{review}/take-in", expect=404)
    client.sign_in(make_caseworker(session)).get(BULK, expect=403)


def test_templates_are_read_by_the_reader_that_takes_them_in(
    client: Client, session: Session
) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    make_employer(session, maj)
    client.sign_in(maj)
    assert client.get(f"{BULK}/template.csv").startswith("\ufeffEgen beteckning;Typ;Rubrik")
    assert client.http.get(f"{BULK}/template.xlsx").data.startswith(b"PK")
    client.get(f"{BULK}/template.pdf", expect=404)


def test_an_export_holds_ones_own_openings_alone(
    app: Flask, client: Client, session: Session
) -> None:
    maj: User = make_user(session, RoleName.EMPLOYER)
    make_opening(session, make_employer(session, maj), headline="Min plats", taken=1)
    make_opening(session, headline="En annans plats")
    client.sign_in(maj)
    for kind in ("csv", "xlsx"):
        content = client.http.get(f"/my-openings/export.{kind}").data
        assert [row.cells["Rubrik"] for row in read_sheet(content, most=9)] == ["Min plats"]
    told = json.loads(client.get("/my-openings/export.json"))
    assert [each["headline"] for each in told] == ["Min plats"]
    client.get("/my-openings/export.exe", expect=404)
