"""The reader's language: what she chose, or the installation's own."""

from flask import Flask, session
from flask_security import current_user

from foundation import translating
from foundation.settings import LANGUAGES, Settings

NAMES = {"sv": "Svenska", "nb": "Norsk bokmål", "en": "English"}


def register(app: Flask) -> None:
    """Speak the reader's language in every request, and give templates the words for it."""
    settings: Settings = app.config["SETTINGS"]
    translating.keep_time_in(settings.timezone)

    @app.before_request
    def _speak() -> None:
        chosen = session.get("language")
        if chosen not in LANGUAGES and current_user.is_authenticated:
            chosen = current_user.language
        translating.speak(chosen or settings.default_language)
        translating.keep_time_in(settings.timezone)

    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # set by the extension
        lambda text: translating.catalogue().gettext(text),
        lambda one, many, num: translating.catalogue().ngettext(one, many, num),
        newstyle=True,
    )
    app.jinja_env.filters.update(
        day=translating.day,
        short_day=translating.short_day,
        moment=translating.moment,
        number=translating.number,
    )
    app.context_processor(
        lambda: {"language": translating.language(), "languages": list(NAMES.items())}
    )
