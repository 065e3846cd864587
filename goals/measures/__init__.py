"""Every way to count that a goal can have, by its code."""

from collections.abc import Mapping

from goals.measures import of_work, of_youths, statements
from goals.measures.base import Counted, Measure, Scope, Span, Unit
from goals.models import MeasureCode as Code

__all__ = ["MEASURES", "Counted", "Measure", "Scope", "Span", "Unit"]

_YOUTHS = {"of_people": True, "of_youths": True}
MEASURES: Mapping[Code, Measure] = {
    measure.code: measure
    for measure in (
        Measure(
            Code.WORK_OR_STUDIES,
            Unit.SHARE,
            of_youths.outcome_rows,
            lambda scope: {
                "denominator": statements.cohort(scope),
                "numerator": statements.work_or_studies(scope),
                "numerator_too": statements.left_a_track(scope),
            },
            **_YOUTHS,
        ),
        Measure(
            Code.JOB_SEEKERS,
            Unit.SHARE,
            of_youths.job_seeker_rows,
            lambda scope: {
                "denominator": statements.cohort(scope),
                "numerator": statements.seeks_work(scope),
            },
            **_YOUTHS,
        ),
        Measure(
            Code.WIDENED_SEARCH,
            Unit.SHARE,
            of_youths.widened_rows,
            lambda scope: {
                "denominator": statements.cohort(scope),
                "numerator": statements.search_areas(scope),
            },
            **_YOUTHS,
        ),
        Measure(
            Code.INCOME_SUPPORT,
            Unit.CHANGE,
            of_youths.income_support_rows,
            lambda scope: {
                "denominator": statements.cohort(scope),
                "numerator": statements.income_support(scope),
            },
            fewer=True,
            **_YOUTHS,
        ),
        Measure(
            Code.EMPLOYER_ANSWERS,
            Unit.SHARE,
            of_work.answer_rows,
            lambda scope: {"numerator": of_work.introductions(scope)},
            of_people=True,
        ),
        Measure(
            Code.MEETINGS,
            Unit.NUMBER,
            of_work.meeting_rows,
            lambda scope: {"numerator": of_work.meetings(scope)},
        ),
        Measure(
            Code.TRACKS,
            Unit.NUMBER,
            of_work.track_rows,
            lambda scope: {"numerator": of_work.tracks(scope)},
        ),
        Measure(
            Code.PLEDGED_PLACEMENTS,
            Unit.NUMBER,
            of_work.pledge_rows,
            lambda scope: {"numerator": of_work.pledges(scope)},
            has_teams=False,
        ),
    )
}
