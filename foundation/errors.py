"""What may go wrong by the rules of the house. Every one becomes a page in `web.errors`."""

from foundation.translating import lazy_


class DomainError(Exception):
    """The ancestor of every expected error; `message` is a sentence for the person."""

    message = lazy_("Det gick inte att göra det.")

    def __init__(self, message: str | None = None) -> None:
        super().__init__(str(message or self.message))


class Refused(DomainError):  # noqa: N818  # reads as a sentence where it is raised
    """The rules do not allow it; the message says what happened and what to do."""


class NotFound(DomainError):  # noqa: N818
    """It does not exist, or this person may not see it; the two are not told apart."""

    message = lazy_("Sidan finns inte, eller så har du inte tillgång till den.")
