"""The codes of contacts and mentors in words a person reads."""

from employers.duplicates import Sign
from employers.models import ContactTopic, ContactWay, MentorTraining
from foundation.translating import lazy_
from placements.load import Room

WAYS: dict[ContactWay, str] = {
    ContactWay.PHONE: lazy_("Telefon"),
    ContactWay.VISIT: lazy_("Besök"),
    ContactWay.MAIL: lazy_("Mejl"),
    ContactWay.MEETING: lazy_("Möte"),
}
TOPICS: dict[ContactTopic, str] = {
    ContactTopic.OPENINGS: lazy_("Nya platser"),
    ContactTopic.FOLLOW_UP: lazy_("Uppföljning"),
    ContactTopic.PLEDGE: lazy_("Löfte om platser"),
    ContactTopic.MENTORS: lazy_("Mentorer"),
    ContactTopic.COOPERATION: lazy_("Samarbetet"),
    ContactTopic.OTHER: lazy_("Annat"),
}
SIGNS: dict[Sign, str] = {
    Sign.SAME_NAME: lazy_("Samma namn"),
    Sign.ALIKE_NAME: lazy_("Liknande namn"),
    Sign.NEAR_NUMBER: lazy_("Nästan samma organisationsnummer"),
    Sign.SAME_MUNICIPALITY: lazy_("Samma kommun"),
}
TRAINING: dict[MentorTraining, tuple[str, str]] = {
    MentorTraining.ASKED: (lazy_("Tillfrågad"), "waits"),
    MentorTraining.IN_TRAINING: (lazy_("Under utbildning"), "waits"),
    MentorTraining.TRAINED: (lazy_("Utbildad"), "done"),
}
"""The word for how far a mentor has come, and the kind of tag it is shown as."""


def room_tag(room: Room) -> tuple[str, str] | None:
    """The word for an employer near the most that is asked of it, or nothing to say."""
    if room.is_full:
        return str(lazy_("Fullt av presentationer")), "expired"
    if room.is_near:
        return str(lazy_("Rum för en presentation")), "waits"
    return None
