"""Who sees which youth."""

import pytest
from sqlmodel import Session

from accounts.models import RoleName, TeamMember, User
from foundation.errors import NotFound
from tests.factories import NOW, make_caseworker, make_team, make_user, make_youth
from youths.models import Youth
from youths.queries import Filters, find, get_visible, is_visible, listed, visible_to


def seen_by(session: Session, user: User) -> set[str]:
    return {youth.alias for youth in session.exec(visible_to(user))}


def test_a_caseworker_sees_the_youths_of_her_team_and_no_other(session: Session) -> None:
    sara, stranger = make_caseworker(session), make_caseworker(session)
    make_youth(session, sara, alias="Räv")
    make_youth(session, stranger, alias="Ekorre")

    assert seen_by(session, sara) == {"Räv"}
    assert seen_by(session, stranger) == {"Ekorre"}


def test_colleagues_of_one_team_see_each_others_youths(session: Session) -> None:
    sara, ali = make_user(session), make_user(session)
    make_team(session, sara, ali)
    youth = make_youth(session, sara)

    assert get_visible(session, youth.id, to=ali) is youth


def test_a_youth_of_another_team_is_not_found(session: Session) -> None:
    youth = make_youth(session)

    with pytest.raises(NotFound):
        get_visible(session, youth.id, to=make_caseworker(session))


def test_who_has_left_the_team_sees_nobody_in_it(session: Session) -> None:
    sara = make_caseworker(session)
    youth = make_youth(session, sara)
    session.delete(session.get_one(TeamMember, (youth.team_id, sara.id)))
    session.flush()

    assert not is_visible(session, youth.id, to=sara)


@pytest.mark.parametrize(
    "role", [RoleName.EMPLOYER, RoleName.STEERING, RoleName.ADMINISTRATOR], ids=str
)
def test_a_role_that_does_not_work_with_youths_sees_none(session: Session, role: RoleName) -> None:
    member = make_user(session, role)
    team = make_team(session, member)
    sara = make_caseworker(session, team)
    make_youth(session, sara)

    assert seen_by(session, member) == set()


def test_a_protected_identity_is_for_her_caseworker_and_the_coordinators(session: Session) -> None:
    sara, ali = make_user(session), make_user(session)
    coordinator = make_user(session, RoleName.COORDINATOR)
    make_team(session, sara, ali, coordinator)
    make_youth(session, sara, alias="Lo", protected_identity=True, home_municipality=None)

    assert seen_by(session, sara) == {"Lo"}
    assert seen_by(session, coordinator) == {"Lo"}
    assert seen_by(session, ali) == set()


def test_a_coordinator_of_another_team_does_not_see_a_protected_identity(session: Session) -> None:
    coordinator = make_user(session, RoleName.COORDINATOR)
    make_team(session, coordinator)
    make_youth(session, protected_identity=True, home_municipality=None)

    assert seen_by(session, coordinator) == set()


def aliases(session: Session, user: User, filters: Filters) -> set[str]:
    return {youth.alias for youth in session.exec(listed(user, filters))}


def test_a_list_may_be_only_ones_own(session: Session) -> None:
    sara, ali = make_user(session), make_user(session)
    make_team(session, sara, ali)
    make_youth(session, sara, alias="Räv")
    make_youth(session, ali, alias="Igelkott")

    assert aliases(session, sara, Filters()) == {"Räv", "Igelkott"}
    assert aliases(session, sara, Filters(only_mine=True)) == {"Räv"}


def test_an_archived_youth_is_only_among_the_archived(session: Session) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Räv")
    make_youth(session, sara, alias="Grävling", archived_at=NOW)

    assert aliases(session, sara, Filters()) == {"Räv"}
    assert aliases(session, sara, Filters(archived=True)) == {"Grävling"}


@pytest.mark.parametrize("words", ["åsa", "Åsa", "ÅSA", "sa"])
def test_an_alias_is_found_whatever_its_case(session: Session, words: str) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Åsa")
    make_youth(session, sara, alias="Bo")

    assert [youth.alias for youth in find(session, sara, words, most=8)] == ["Åsa"]


def test_a_percent_sign_in_the_search_is_only_a_percent_sign(session: Session) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Bo")

    assert find(session, sara, "%", most=8) == []


def test_an_imported_youth_is_seen_like_any_other(session: Session) -> None:
    sara = make_caseworker(session)
    youth: Youth = make_youth(session, sara, exchange_id="y01")

    assert is_visible(session, youth.id, to=sara)
