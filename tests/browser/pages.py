"""Every page of the portal with an address to visit it at, by who may see it.

A page that is missing here makes `test_every_page_is_visited` fail.
"""

from collections.abc import Mapping

from flask import Flask
from werkzeug.routing import Rule

from placements.models import Stage

Ids = Mapping[str, object]
"""A value for each part of an address that varies, by its name in the route."""

TEAM = "Högtrycket Söderhamn"
EMPLOYER = "karin.fjarden@example.org"
CASEWORKER = "lisa@demo.example.org"
COORDINATOR = "ove@demo.example.org"

NOT_PAGES = {
    "bootstrap.static",
    "employer_openings.export",
    "feed.snapshot",
    "feed.stream",
    "employer_openings.template",
    "employer_introductions.agreement_paper",
    "employer_introductions.meeting_file",
    "introductions.agreement_paper",
    "introductions.meeting_file",
    "events.calendar_file",
    "goals.export",
    "goals.report_paper",
    "goals.series_template",
    "home.healthz",
    "home.readyz",
    "own_plan.paper",
    "plans.paper",
    "public_openings.sitemap",
    "reference.occupations",
    "youths.template",
    "static",
}
"""Files, and answers to machines and scripts."""

VISITOR = {
    "answers.answer",
    "answers.consent",
    "answers.event",
    "answers.employer_assessment",
    "answers.youth_assessment",
    "letter_links.opinion",
    "letter_links.prolong",
    "letter_links.stop",
    "letter_links.stop_own",
    "own_plan.door",
    "signing.agreement",
    "employer.check_mail",
    "employer.sign_up",
    "home.accessibility",
    "home.index",
    "home.privacy",
    "public_openings.index",
    "public_openings.show",
    "public_results.index",
    "public_results.show",
    "public_tracks.index",
    "public_tracks.show",
    "signin.choose_password",
    "signin.forgot_password",
    "signin.index",
    "signin.link",
    "signin.link_sent",
}
STAFF = {"signin.account", "signin.authenticator", "signin.change_password"}
CASEWORKERS = {
    "agencies.ask",
    "agencies.conclude",
    "agencies.hand_over",
    "agencies.handover",
    "agencies.question",
    "agencies.record_consent",
    "agencies.refer",
    "agencies.settle_status",
    "agencies.share_note",
    "agencies.share_status",
    "agencies.show",
    "agencies.waiting",
    "agencies.write_note",
    "desk.index",
    "digests.choices",
    "digests.index",
    "employers.end_mentor",
    "employers.index",
    "employers.list_mentors",
    "employers.log_contact",
    "employers.mentor",
    "employers.new_mentor",
    "employers.relation",
    "employers.remove_contact",
    "employers.show",
    "events.ask",
    "events.attendance",
    "events.cancel",
    "events.edit",
    "events.index",
    "events.interests",
    "events.invite",
    "events.link",
    "events.list_trips",
    "events.new",
    "events.on_paper",
    "events.show",
    "events.trip",
    "events.wants",
    "goals.answers",
    "introductions.index",
    "introductions.terms",
    "mobility.where",
    "openings.index",
    "openings.show",
    "own_letters.agree",
    "own_letters.paper",
    "plans.before_day_90",
    "plans.compare",
    "plans.edit_activity",
    "plans.end_pause",
    "plans.first_days",
    "plans.goal",
    "plans.meeting",
    "plans.new_activity",
    "plans.remove_activity",
    "plans.report_activity",
    "plans.show",
    "plans.without_activity",
    "partners.index",
    "pledges.edit",
    "pledges.end",
    "pledges.index",
    "pledges.new",
    "pledges.new_unit",
    "pledges.parent",
    "pledges.show",
    "strengths.edit",
    "strengths.show",
    "strengths.support_needs",
    "suggestions.dismiss",
    "suggestions.for_opening",
    "suggestions.index",
    "suggestions.later",
    "suggestions.possibilities",
    "suggestions.why",
    "tracks.choose_path",
    "tracks.cohort",
    "tracks.complete",
    "tracks.discard",
    "tracks.edit",
    "tracks.edit_cohort",
    "tracks.end",
    "tracks.enrol",
    "tracks.enrolment",
    "tracks.go_before",
    "tracks.index",
    "tracks.leave",
    "tracks.new",
    "tracks.new_agreement",
    "tracks.new_cohort",
    "tracks.new_letter",
    "tracks.new_step",
    "tracks.pause",
    "tracks.show",
    "tracks.step",
    "tracks.take_step",
    "tracks.youths",
    "youths.archive",
    "youths.edit",
    "youths.index",
    "youths.new",
    "youths.show",
}
AT_STAGES = {
    "introductions.introduce": Stage.CONSENTED,
    "introductions.withdraw": Stage.INTRODUCED,
    "introductions.part": Stage.MEETING,
    "introductions.propose_meeting": Stage.MEETING,
    "introductions.change_meeting": Stage.AGREEMENT,
    "introductions.cancel_meeting": Stage.AGREEMENT,
    "introductions.meeting_note": Stage.AGREEMENT,
    "introductions.agreement": Stage.AGREEMENT,
    "introductions.edit_agreement": Stage.AGREEMENT,
    "introductions.review_agreement": Stage.AGREEMENT,
    "introductions.sign_agreement": Stage.AGREEMENT,
    "introductions.sign_on_behalf": Stage.AGREEMENT,
    "introductions.drop_agreement": Stage.AGREEMENT,
    "introductions.follow_up": Stage.PLACED,
    "introductions.prolong": Stage.PLACED,
    "introductions.end": Stage.PLACED,
    "introductions.assessment": Stage.ENDED,
}
"""Pages about a youth on her way, and the stage at which each is opened."""
COORDINATORS = {
    "mobility.figures",
    "agencies.owners",
    "agencies.reassign",
    "youths.bulk",
    "youths.change_groups",
    "youths.list_duplicates",
    "youths.merge",
    "youths.review_bulk",
    "youths.target_groups",
    "employers.acquirers",
    "events.goal",
    "goals.edit",
    "goals.edit_programme",
    "goals.list_series",
    "goals.new",
    "goals.new_programme",
    "partners.edit",
    "partners.new",
    "partners.remove",
    "employers.list_duplicates",
    "employers.merge",
    "introductions.change_terms",
}
EMPLOYERS = {
    "employer.change",
    "employer.colleague",
    "employer.end_access",
    "employer.event",
    "employer.index",
    "employer.invite",
    "employer.new_workplace",
    "employer.organisation",
    "employer.remove_workplace",
    "employer.workplace",
    "employer_introductions.agreement",
    "employer_introductions.index",
    "employer_introductions.meeting",
    "employer_introductions.show",
    "employer_openings.bulk",
    "employer_introductions.sign_agreement",
    "employer_openings.close",
    "employer_openings.discard",
    "employer_openings.edit",
    "employer_openings.index",
    "employer_openings.new",
    "employer_openings.preview",
    "employer_openings.review_bulk",
}
ADMINISTRATORS = {
    "admin.agencies",
    "admin.agency_kind",
    "admin.audit",
    "admin.invite",
    "admin.letter",
    "admin.letters",
    "admin.user",
}
ADMINISTRATORS |= {"admin.try_weights", "admin.users", "admin.weights"}
ADMINISTRATORS |= {"feeds.edit", "feeds.index", "feeds.new", "feeds.show"}
STEERING = {
    "goals.definitions",
    "goals.index",
    "goals.list_reports",
    "goals.report",
    "goals.show",
    "steering.index",
}
ON_THE_WAY = {"own_plan.area", "own_plan.index", "signin.code"}
"""Pages that one comes to only by a step before them; the tests take it."""

SHOWN = "introductions.show"
VISITED = (
    {SHOWN, *AT_STAGES}
    | COORDINATORS
    | VISITOR
    | STAFF
    | CASEWORKERS
    | EMPLOYERS
    | ADMINISTRATORS
    | STEERING
    | ON_THE_WAY
)


def pages_of(app: Flask) -> set[str]:
    """The endpoints that a person may open."""
    shown = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return shown - NOT_PAGES


def addresses(app: Flask, endpoints: set[str], ids: Ids) -> list[str]:
    """An address for each endpoint, in the order of the alphabet."""
    adapter = app.url_map.bind("")
    return [adapter.build(name, _parts(app, name, ids)) for name in sorted(endpoints)]


def _parts(app: Flask, endpoint: str, ids: Ids) -> dict[str, object]:
    rule: Rule = next(app.url_map.iter_rules(endpoint))
    return {name: ids[name] for name in rule.arguments}
