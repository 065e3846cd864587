"""Administrators read the weights, compare others with them, and then decide."""

from datetime import timedelta
from html import unescape
from re import search

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from matching.weights import DEFAULT_WEIGHTS, Weights
from suggestions import weights
from suggestions.models import RankingWeights
from suggestions.trial import Trial
from suggestions.weights import NAMES
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_opening, make_user
from tests.suggestions.makers import make_cook
from web.admin.weighing import COMPARISONS, figures_of

PAGE = "/admin/weights/new"
WHY = "Unga utan körkort tackar nej till det som ligger långt bort."


@pytest.fixture
def administrator(client: Client, session: Session) -> User:
    user = make_user(session, RoleName.ADMINISTRATOR, name="Eva")
    client.sign_in(user)
    return user


@pytest.fixture
def youths(session: Session) -> None:
    """Six who want to work in a kitchen, and an opening for them."""
    make_opening(session)
    caseworker = make_caseworker(session)
    for _youth in range(6):
        make_cook(session, caseworker)


def written(**shares: str) -> dict[str, str]:
    """The form with the usual weights, but for those given."""
    usual = weights.thousandths_of(DEFAULT_WEIGHTS)
    return {name: f"{usual[name] / 10:g}" for name in NAMES} | shares


NEARER = written(occupation="26,5", distance="15,5")


def sealed_in(page: str) -> dict[str, str]:
    """The trial that the form brings along."""
    found = search(r'name="tested"[^>]*value="([^"]+)"', page)
    assert found
    return {"tested": unescape(found[1])}


def compare(client: Client, fields: dict[str, str]) -> dict[str, str]:
    """Compare, and go on with what the page brings along."""
    return fields | sealed_in(client.post(PAGE, fields, expect=200))


def decided(session: Session) -> list[RankingWeights]:
    return list(session.exec(select(RankingWeights)))


@pytest.mark.parametrize("role", [role for role in RoleName if role != RoleName.ADMINISTRATOR])
@pytest.mark.parametrize("page", ["/admin/weights", PAGE])
def test_the_weights_are_for_administrators_only(
    client: Client, session: Session, role: RoleName, page: str
) -> None:
    client.get(page, expect=302)
    client.sign_in(make_user(session, role)).get(page, expect=403)
    client.post(PAGE, NEARER | {"use": "1"}, expect=403)


def test_every_weight_has_a_name_and_a_line_about_it() -> None:
    assert tuple(COMPARISONS) == NAMES
    assert all(str(name) and str(meaning) for name, meaning in COMPARISONS.values())


@pytest.mark.usefixtures("administrator")
def test_the_weights_in_force_are_shown_in_words_and_percent(client: Client) -> None:
    page = words(client.get("/admin/weights"))
    assert "Yrket Är yrket det som ungdomen vill ha, eller nära det? 34" in page
    assert "Ingen har ändrat vikterna" in page
    assert "Prova andra vikter" in page


@pytest.mark.usefixtures("administrator")
def test_a_trial_begins_with_the_weights_in_force(client: Client, session: Session) -> None:
    odd = Weights(0.335, 0.155, 0.14, 0.10, 0.07, 0.08, 0.06, 0.03, 0.03)
    weights.decide(session, odd, why="Prov", compared={}, by=make_user(session), now=NOW)
    page = client.get(PAGE)
    assert 'value="33,5"' in page
    assert "Summa: 100 %" in words(page)
    assert "Börja använda" not in page.partition("<form")[2]


@pytest.mark.usefixtures("administrator", "youths")
def test_a_comparison_tells_in_counts_what_would_change(client: Client, session: Session) -> None:
    page = words(client.post(PAGE, NEARER, expect=200))
    assert "Yrket från 34 till 26,5, Avståndet från 8 till 15,5" in page
    assert "Alla aktiva som har någon plats att få föreslagen. 6" in page
    assert "Förslag som är kvar Av de tio första förslagen för varje ungdom. 100 procent" in page
    assert "0 av 6 ungdomar" in page
    assert "Börja använda" in page
    assert decided(session) == [], "nothing is decided by looking"


@pytest.mark.usefixtures("youths")
def test_weights_that_have_been_compared_can_be_used(
    client: Client, session: Session, administrator: User
) -> None:
    fields = compare(client, NEARER | {"why": WHY})
    page = words(client.follow(PAGE, fields | {"use": "1"}))
    assert "De nya vikterna gäller. Alla förslag görs om i natt." in page
    assert f"Eva {WHY} Yrket från 34 till 26,5 Avståndet från 8 till 15,5" in page
    assert "Förslag som är kvar: 100 procent" in page

    [decision] = decided(session)
    assert decision.thousandths["distance"] == 155
    assert decision.made_by_id == administrator.id
    assert Trial.from_json(decision.compared).youths == 6
    line = session.exec(select(AuditEntry).where(AuditEntry.action == "weights.decided")).one()
    assert line.subject_id == decision.id


@pytest.mark.usefixtures("administrator", "youths")
def test_weights_that_have_not_been_compared_are_compared_first(
    client: Client, session: Session
) -> None:
    use = {"why": WHY, "use": "1"}
    first = client.post(PAGE, NEARER | use, expect=200)
    assert "Här är en ny jämförelse" in first
    other = compare(client, written(occupation="24", distance="18"))
    for tested in (other["tested"], other["tested"] + "x", "x", ""):
        page = client.post(PAGE, NEARER | use | {"tested": tested}, expect=200)
        assert "Vikterna har ändrats sedan du jämförde." in page
        assert WHY in page
    assert decided(session) == []
    client.post(PAGE, NEARER | use | sealed_in(page))
    assert len(decided(session)) == 1


@pytest.mark.usefixtures("administrator", "youths")
def test_a_comparison_with_weights_that_are_no_longer_in_force_does_not_count(
    client: Client, session: Session
) -> None:
    fields = compare(client, NEARER | {"why": WHY})
    meanwhile = Weights(0, 0, 0, 0, 0, 1, 0, 0, 0)
    weights.decide(session, meanwhile, why="Prov", compared={}, by=make_user(session), now=NOW)
    page = words(client.post(PAGE, fields | {"use": "1"}, expect=200))
    assert "Här är en ny jämförelse" in page
    assert "Avståndet från 100 till 15,5" in page
    assert len(decided(session)) == 1


@pytest.mark.usefixtures("administrator", "youths")
def test_the_reason_is_asked_for_when_the_weights_are_to_be_used(
    client: Client, session: Session
) -> None:
    fields = compare(client, NEARER)
    page = client.post(PAGE, fields | {"why": "  ", "use": "1"}, expect=200)
    assert "Skriv varför vikterna ändras." in page
    assert "Börja använda" in page, "the comparison is still there"
    assert decided(session) == []
    client.post(PAGE, fields | {"why": WHY, "use": "1"})
    assert decided(session)[0].why == WHY


@pytest.mark.usefixtures("administrator")
@pytest.mark.parametrize("share", ["", "mycket", "-3", "7,55", "101", "1e1", "٣"])
def test_a_number_that_cannot_be_read_is_said_beside_it(client: Client, share: str) -> None:
    page = client.post(PAGE, written(distance=share) | {"why": WHY}, expect=200)
    assert 'id="distance-error"' in page
    assert page.count('class="field-error"') == 1
    assert f'name="distance" type="text" value="{share}"' in page
    assert WHY in page
    assert "Summa: – %" in words(page)
    assert "Så mycket skulle ändras" not in page


@pytest.mark.usefixtures("administrator")
def test_a_sum_that_is_not_a_hundred_is_said_beside_it(client: Client, session: Session) -> None:
    page = client.post(PAGE, written(distance="8.5") | {"why": WHY, "use": "1"}, expect=200)
    assert words(page).count("Vikterna blir 100,5 procent tillsammans. De ska bli 100.") == 2
    assert 'value="8.5"' in page
    assert WHY in page
    assert decided(session) == []


@pytest.mark.usefixtures("administrator")
def test_the_same_weights_are_not_worth_a_decision(client: Client) -> None:
    assert "Ändra något först." in client.post(PAGE, written(occupation="34,0 %"), expect=200)


@pytest.mark.usefixtures("administrator")
def test_where_nobody_can_be_compared_the_page_says_so(client: Client, session: Session) -> None:
    fields = NEARER | {"why": WHY}
    page = client.post(PAGE, fields, expect=200)
    assert "inget att jämföra" in page
    client.post(PAGE, fields | sealed_in(page) | {"use": "1"})
    assert len(decided(session)) == 1


@pytest.mark.usefixtures("administrator")
def test_small_numbers_of_youths_are_not_told(client: Client, session: Session) -> None:
    make_opening(session)
    make_cook(session)
    assert "0 av färre än 5 ungdomar" in words(client.post(PAGE, NEARER, expect=200))


def test_a_sample_is_said_to_be_one() -> None:
    usual = weights.thousandths_of(DEFAULT_WEIGHTS)
    counts = {"active": 4210, "sample": 500, "youths": 480, "suggestions": 4800}
    changes = {"kept": 0.987, "likeness": 0.5, "stronger": 1, "weaker": 2, "other_first": 300}
    seen = Trial.from_json({"before": usual, "after": usual} | counts | changes)
    who, kept, *_rest, other_first = figures_of(seen)
    assert "av 500 som är lottade bland 4\xa0210 aktiva" in who.meaning
    assert (who.value, kept.value) == ("480", "98,7 procent")
    assert other_first.value == "300 av 480 ungdomar"


@pytest.mark.usefixtures("administrator")
def test_a_long_history_has_pages_and_few_questions(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    for days in range(60):
        by, now = make_user(session), NOW + timedelta(days=days)
        weights.decide(session, DEFAULT_WEIGHTS, why=WHY, compared={}, by=by, now=now)
    with count_queries() as questions:
        page = client.get("/admin/weights")
    assert len(questions) < 10
    assert "Sida 1 av 2" in page


@pytest.mark.usefixtures("administrator", "youths")
def test_a_comparison_asks_little(client: Client, count_queries: QueryCounter) -> None:
    client.post(PAGE, NEARER, expect=200)
    with count_queries() as questions:
        client.post(PAGE, NEARER, expect=200)
    assert len(questions) < 10
