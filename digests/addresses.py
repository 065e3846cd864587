"""Where a letter's links lead: paths of the portal, which is not imported here.

A test holds them against the portal's own routes.
"""

from uuid import UUID

START = "/"
DIGESTS = "/digests"
ORGANISATION = "/employer/organisation"


def suggestions(youth_id: UUID) -> str:
    """The suggestions for a youth."""
    return f"/youths/{youth_id}/suggestions"


def youth(youth_id: UUID) -> str:
    """A youth's own page."""
    return f"/youths/{youth_id}"


def opening(opening_id: UUID) -> str:
    """An employer's own page about an opening."""
    return f"/my-openings/{opening_id}"
