"""The codes of an employer in words a person reads."""

from employers.models import ColleagueRole, EmployerKind
from foundation.translating import lazy_

KINDS: dict[EmployerKind, str] = {
    EmployerKind.COMPANY: lazy_("Företag"),
    EmployerKind.SOCIAL_ENTERPRISE: lazy_("Socialt företag"),
    EmployerKind.ASSOCIATION: lazy_("Förening"),
    EmployerKind.MUNICIPALITY: lazy_("Kommun"),
    EmployerKind.REGION_OR_STATE: lazy_("Region eller stat"),
}
"""What an employer may call itself; a sole trader is refused with her number."""

ROLES: dict[ColleagueRole, str] = {
    ColleagueRole.OWNER: lazy_("Ägare"),
    ColleagueRole.RECRUITER: lazy_("Rekryterare"),
    ColleagueRole.SUPERVISOR: lazy_("Handledare"),
}

ROLES_AT_LENGTH: dict[ColleagueRole, str] = {
    ColleagueRole.OWNER: lazy_("Ägare: gör allt, och bestämmer vilka som är med"),
    ColleagueRole.RECRUITER: lazy_("Rekryterare: lägger ut platser och svarar på presentationer"),
    ColleagueRole.SUPERVISOR: lazy_("Handledare: ser sina egna placeringar och möten"),
}
