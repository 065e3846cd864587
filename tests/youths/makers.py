"""Makers of what belongs to a youth's plan."""

from typing import Any

from tests.factories import NOW
from youths.models import Youth
from youths.plans.models import Activity, ActivityKind


def make_activity(youth: Youth, **facts: Any) -> Activity:
    """An activity of the youth's plan, not saved yet."""
    defaults: dict[str, Any] = {
        "youth_id": youth.id,
        "kind": ActivityKind.COURSE,
        "what": "Truckkort",
        "written_by_id": youth.responsible_id,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Activity(**(defaults | facts))
