"""What each comparison gives points for, and what it says about it."""

from datetime import date, timedelta

import pytest

from matching.facts import Experience, Requirements, SearchArea
from matching.weights import DEFAULT_WEIGHTS
from tests.matching.making import TODAY, a_seeker, a_vacancy, points_for, the_match, the_reason

MOST = DEFAULT_WEIGHTS
SODERHAMN, HUDIKSVALL, STOCKHOLM = "2182", "2184", "0180"
CHILDCARE, ASSISTANT, CLEANER, COOK, DEVELOPER = "5311", "5312", "9111", "5120", "2512"


def test_the_occupation_itself_gives_every_point_for_occupation() -> None:
    reason = the_reason("occupation", a_seeker(occupations=(COOK,)), a_vacancy(occupation=COOK))
    assert reason.points == MOST.occupation
    assert reason.facts == {"ssyk": COOK, "aim": COOK, "wish": None}


def test_a_nearer_occupation_gives_more_points() -> None:
    seeker = a_seeker(occupations=(CHILDCARE,))
    near = points_for("occupation_near", seeker, a_vacancy(occupation=ASSISTANT))
    far = points_for("occupation_near", seeker, a_vacancy(occupation="5343"))
    stranger = points_for("occupation_near", seeker, a_vacancy(occupation="8211"))
    assert MOST.occupation > near > far > stranger == 0


def test_an_occupation_that_was_guessed_gives_fewer_points() -> None:
    seeker = a_seeker(occupations=(COOK,))
    guessed = a_vacancy(occupation=COOK, occupation_guessed=True)
    assert 0 < points_for("occupation", seeker, guessed) < MOST.occupation


def test_an_occupation_that_is_not_known_gives_no_points() -> None:
    seeker = a_seeker(occupations=(COOK,))
    assert points_for("occupation", seeker, a_vacancy(occupation=None)) == 0
    assert points_for("occupation", seeker, a_vacancy(occupation="0000")) == 0


def test_free_words_lead_to_an_occupation() -> None:
    reason = the_reason("occupation", a_seeker(wishes=("städ",)), a_vacancy(occupation=CLEANER))
    assert reason.facts["wish"] == "städ"
    assert reason.points > MOST.occupation / 2


def test_senior_work_counts_for_less_until_one_has_done_it_for_two_years() -> None:
    senior = a_vacancy(headline="Senior developer", occupation=DEVELOPER)
    two_years = (Experience("utvecklare", 24, DEVELOPER),)
    newcomer = a_seeker(occupations=(DEVELOPER,), experience=())
    old_hand = a_seeker(occupations=(DEVELOPER,), experience=two_years)
    assert points_for("occupation", old_hand, senior) == MOST.occupation
    assert 0 < points_for("occupation", newcomer, senior) < MOST.occupation


@pytest.mark.parametrize(("months", "share"), [(24, 1), (60, 1), (12, 0.75), (0, 0.5), (None, 0.5)])
def test_experience_counts_by_its_length_up_to_two_years(months: int | None, share: float) -> None:
    cook = a_seeker(experience=(Experience("kock", months, COOK),))
    reason = the_reason("experience", cook, a_vacancy(occupation=COOK))
    assert reason.points == pytest.approx(MOST.experience * share, abs=0.0005)
    assert reason.facts == {"title": "kock", "months": months, "ssyk": COOK, "practised": COOK}


def test_the_most_useful_experience_is_the_one_that_counts() -> None:
    done = (Experience("städare", 24, CLEANER), Experience("kock", 6, COOK))
    reason = the_reason("experience", a_seeker(experience=done), a_vacancy(occupation=COOK))
    assert reason.facts["title"] == "kock"


def test_a_wish_is_found_in_a_compound_in_the_headline() -> None:
    lager = a_vacancy(headline="Lagermedarbetare till Nykvarn")
    reason = the_reason("wish", a_seeker(wishes=("lager",)), lager)
    assert reason.facts == {"phrase": "lager", "words": ["lagermedarbetare"]}


@pytest.mark.parametrize("wish", ["kock", "Kock!", "jobba som kock", "kok", "kokk"])
def test_a_wish_is_found_however_it_is_said(wish: str) -> None:
    assert points_for("wish", a_seeker(wishes=(wish,)), a_vacancy(headline="Kock till skolan")) > 0


def test_a_misspelt_wish_is_found() -> None:
    headline = a_vacancy(headline="Undersköterska, natt")
    assert points_for("wish", a_seeker(wishes=("underskötterska",)), headline) > 0


def test_a_wish_in_one_language_is_found_in_the_other_by_its_usual_titles() -> None:
    reason = the_reason(
        "usual_title",
        a_seeker(occupations=(CLEANER,)),
        a_vacancy(headline="Vi søker renholder", country="NO"),
    )
    assert reason.facts["phrase"] == "renholder"


def test_two_wishes_in_one_line_are_two_wishes() -> None:
    seeker = a_seeker(wishes=("kök eller servering",))
    alone = a_seeker(wishes=("servering",))
    vacancy = a_vacancy(headline="Serveringspersonal")
    assert points_for("wish", seeker, vacancy) == points_for("wish", alone, vacancy) > 0


def test_a_skill_that_is_asked_for_gives_points() -> None:
    vacancy = a_vacancy(must_have=Requirements(skills=("Truckkort", "Svetsning")))
    half = the_reason("skills", a_seeker(skills=("truckkort",)), vacancy)
    both = the_reason("skills", a_seeker(skills=("truckkort", "svetsning")), vacancy)
    assert half.points == pytest.approx(both.points / 2)
    assert both.points == MOST.skills
    assert half.facts == {"asked": ["truckkort"], "mentioned": []}


def test_an_essential_skill_counts_twice_a_useful_one() -> None:
    vacancy = a_vacancy(
        must_have=Requirements(skills=("truckkort",)),
        nice_to_have=Requirements(skills=("svetsning",)),
    )
    essential = points_for("skills", a_seeker(skills=("truckkort",)), vacancy)
    useful = points_for("skills", a_seeker(skills=("svetsning",)), vacancy)
    assert essential == pytest.approx(2 * useful, abs=0.0011)


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        ("Excel", "MS Excel"),
        ("truckkortt", "truckkort"),
        ("truckførerbevis", "Truckkort"),
        ("ugglor kan locka", "locka ugglor kan"),
    ],
)
def test_a_skill_is_recognised_in_other_words(own: str, asked: str) -> None:
    vacancy = a_vacancy(must_have=Requirements(skills=(asked,)))
    assert points_for("skills", a_seeker(skills=(own,)), vacancy) == MOST.skills


def test_a_skill_that_the_ad_only_speaks_of_gives_some_points() -> None:
    vacancy = a_vacancy(
        text="Du kör truck och svetsar.", must_have=Requirements(skills=("ritning",))
    )
    reason = the_reason("skills", a_seeker(skills=("truck",)), vacancy)
    assert 0 < reason.points < MOST.skills
    assert reason.facts == {"asked": [], "mentioned": ["truck"]}


def test_an_ad_about_the_same_things_gives_points_and_names_the_words() -> None:
    vacancy = a_vacancy(text="Hos oss leker barnen ute i skogen varje dag.")
    reason = the_reason("text", a_seeker(about="Jag är helst i skogen."), vacancy)
    assert reason.facts == {"words": ["skogen"]}


def test_points_for_distance_halve_every_forty_kilometres() -> None:
    seeker = a_seeker(home_municipality=SODERHAMN)
    home = the_reason("distance", seeker, a_vacancy(municipality=SODERHAMN))
    away = the_reason("distance", seeker, a_vacancy(municipality=HUDIKSVALL))
    assert home.points == MOST.distance
    assert away.points == pytest.approx(MOST.distance * 2 ** (-47 / 40), abs=0.002)
    assert away.facts == {"km": 47, "from": SODERHAMN, "to": HUDIKSVALL, "country": "SE"}


def test_a_chosen_county_far_away_is_worth_half() -> None:
    area = SearchArea(counties=("01",))
    seeker = a_seeker(home_municipality=SODERHAMN, search_area=area)
    reason = the_reason("chosen_county", seeker, a_vacancy(municipality=STOCKHOLM))
    assert reason.points == MOST.distance / 2
    assert reason.facts["county"] == "01"


def test_a_first_job_is_open_to_a_beginner() -> None:
    summer = a_vacancy(occupation=CLEANER, kind="summer_job", experience_required=False)
    reason = the_reason("first_job", a_seeker(), summer)
    assert reason.points == MOST.first_job
    assert reason.facts["because"] == ["kind", "occupation", "no_experience_asked"]


@pytest.mark.parametrize("headline", ["Senior säljare", "Butikschef", "Erfaren kock", "Chef"])
def test_a_headline_for_old_hands_is_no_first_job(headline: str) -> None:
    vacancy = a_vacancy(headline=headline, occupation=COOK, experience_required=False)
    beginner = points_for("first_job", a_seeker(), a_vacancy(occupation=COOK))
    assert points_for("first_job", a_seeker(), vacancy) < beginner


def test_points_for_freshness_halve_every_two_weeks() -> None:
    new = a_vacancy(published_on=TODAY)
    older = a_vacancy(published_on=TODAY - timedelta(days=14))
    assert points_for("freshness", a_seeker(), new) == MOST.freshness
    assert points_for("freshness", a_seeker(), older) == MOST.freshness / 2
    assert the_reason("freshness", a_seeker(), older).facts == {"days": 14}


def test_without_a_day_nothing_is_fresh() -> None:
    new = a_vacancy(published_on=date(2026, 11, 15))
    assert points_for("freshness", a_seeker(), new, None) == 0


def test_nothing_known_of_either_gives_no_points() -> None:
    assert the_match(a_seeker(), a_vacancy(headline="")).score == 0
