"""What anybody may read of a track: no persons, and words for somebody who learns Swedish."""

from html import unescape
from re import DOTALL, findall, split, sub

from sqlmodel import Session

from demo import loading
from foundation import clock
from foundation.translating import HOME
from jobtracks import queries, service
from tests.client import Client, words
from tests.factories import NOW
from tests.jobtracks.makers import a_cohort, a_draft, a_team, a_track, on_track


def test_a_published_track_is_read_by_anybody_and_names_nobody(
    client: Client, session: Session
) -> None:
    team, by = a_team(session)
    by.name = "Ove Samordnare"
    track = a_track(session, team, by)
    cohort = a_cohort(session, track, by)
    place = on_track(session, cohort, by)
    page = client.get(f"/public/tracks/{track.id}")
    for told in ("Vad är det?", "Så går det till", "1 plats är ledig.", "Omvårdnad: kan bra"):
        assert told in words(page)
    for person in (by.name, by.email, place.youth.alias):
        assert person not in page
    assert f"/public/tracks/{track.id}" in client.get("/public/tracks")
    assert "/public/tracks" in client.get("/")


def test_what_is_not_published_is_not_there(client: Client, session: Session) -> None:
    team, by = a_team(session)
    draft = a_draft(session, team, by)
    paused = a_track(session, team, by, shortage_id=draft.shortage_id)
    service.pause(session, paused, by=by, now=NOW)
    for track in (draft, paused):
        client.get(f"/public/tracks/{track.id}", expect=404)
    assert "Inga spår just nu" in words(client.get("/public/tracks"))


def test_a_full_track_says_that_one_can_stand_in_line(client: Client, session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    on_track(session, a_cohort(session, track, by, seats=1), by)
    page = words(client.get(f"/public/tracks/{track.id}"))
    assert "Just nu är spåret fullt. Du kan ställa dig i kö." in page


def test_somebody_who_learns_swedish_can_read_it(client: Client, session: Session) -> None:
    with client.app.app_context():
        loading.load_once(session, now=clock.now(), zone=HOME)
    for track in session.exec(queries.readable()).all():
        page = client.get(f"/public/tracks/{track.id}")
        main = page[page.index("<main") : page.index("</main>")]
        running_text = " ".join(findall(r"<p[^>]*>.*?</p>", main, flags=DOTALL))
        measured = max(lix(main), lix(running_text))
        assert measured < 40, f"{track.title}: {measured:.1f}"


def lix(page: str) -> float:
    """The readability index of C. H. Björnsson (1968): words a sentence, and long words a hundred.

    What stands by itself, such as a heading or a line of a list, is a sentence.
    """
    text = sub(r"</(p|h\d|li|dt|dd|td|th)>|<br>", ". ", page)
    text = unescape(sub(r"<[^>]*>", " ", text))
    sentences = [each for each in split(r"[.:!?]", text) if findall(r"\w", each)]
    spoken = findall(r"\w+", text)
    long = [each for each in spoken if len(each) > 6]
    return len(spoken) / len(sentences) + 100 * len(long) / len(spoken)
