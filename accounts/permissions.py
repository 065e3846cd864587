"""What each role may do, as sets of roles that the guards of the portal and the queries ask."""

from accounts.models import RoleName

EVERYONE = frozenset(RoleName)
EMPLOYERS = frozenset({RoleName.EMPLOYER})
STAFF = EVERYONE - EMPLOYERS
CASEWORKERS = frozenset({RoleName.CASEWORKER, RoleName.COORDINATOR})
COORDINATORS = frozenset({RoleName.COORDINATOR})
ADMINISTRATORS = frozenset({RoleName.ADMINISTRATOR})

SIGN_IN_BY_LINK = EMPLOYERS
SIGN_IN_BY_PASSWORD = STAFF
"""No role is in both, so a mailbox alone never opens the records of a team."""
