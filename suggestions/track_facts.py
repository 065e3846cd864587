"""What the ranker is told of a job track: what the work is, and who one is after it.

Target groups stay on this side, as those of youths do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foundation.translating import language
from jobtracks import schedule
from jobtracks.checks import Whole
from jobtracks.models import Gives, JobTrack, Part, Path, StepKind, TrackStep
from matching.facts import Experience, Seeker, Vacancy
from matching.possibilities import Change, made
from reference import occupations, places

WEEKS_IN_A_MONTH = 52 / 12


def vacancies_of(track: JobTrack) -> list[Vacancy]:
    """The track as vacancies, one for each occupation that it leads to, where it is."""
    seat = places.municipality("SE", track.seat)
    return [
        Vacancy(
            id=f"{track.id}:{ssyk}",
            headline=track.title,
            text=track.summary,
            municipality=seat.code if seat else None,
            county=seat.county if seat else None,
            occupation=ssyk,
        )
        for ssyk in track.occupations
    ]


def wanting(seeker: Seeker, track: JobTrack) -> Seeker:
    """The seeker as one who wants the work that the track leads to, and is else as she is."""
    wanted = dict.fromkeys((*seeker.occupations, *track.occupations))
    return replace(seeker, occupations=tuple(wanted))


def ways_through(whole: Whole) -> list[list[TrackStep]]:
    """The steps of each way through a track: all before the choice, with either path after it."""
    before = schedule.steps_of(whole.steps, Part.BEFORE)
    return [[*before, *schedule.steps_of(whole.steps, Part.AFTER, path)] for path in Path]


def after(seeker: Seeker, track: JobTrack, steps: Sequence[TrackStep]) -> Seeker:
    """The seeker when she has gone through some steps: with what they give, and nothing more."""
    given = [step.gives for step in steps]
    for change in _changes(given):
        seeker = made(seeker, change)
    learnt = [name for each in given for name in (*each.skills, *each.certificates)]
    if learnt:
        seeker = replace(seeker, skills=tuple(dict.fromkeys((*(seeker.skills or ()), *learnt))))
    if practised := _practice(track, steps):
        seeker = replace(seeker, experience=(*(seeker.experience or ()), practised))
    return seeker


def _changes(given: Iterable[Gives]) -> list[Change]:
    """Languages, licences and schooling as changes, which say what each of them includes."""
    changes = []
    for each in given:
        changes += [
            Change("language", {"language": spoken.language, "level": spoken.level})
            for spoken in each.languages
        ]
        changes += [Change("driving_licence", {"licence": code}) for code in each.driving_licences]
        if each.education_level:
            changes.append(Change("education", {"level": each.education_level}))
    return changes


def _practice(track: JobTrack, steps: Iterable[TrackStep]) -> Experience | None:
    """The work placements on the way as earlier work in the track's first occupation."""
    weeks = sum(step.weeks for step in steps if step.kind is StepKind.WORK_PLACEMENT)
    months = int(weeks / WEEKS_IN_A_MONTH)
    group = occupations.group(track.occupations[0]) if track.occupations else None
    if months < 1 or group is None:
        return None
    return Experience(group.label(language()), months, group.ssyk)
