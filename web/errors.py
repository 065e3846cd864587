"""Every error becomes a page here, in words that say what to do."""

from flask import Flask, current_app, g, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from foundation.errors import NotFound, Refused
from foundation.translating import _, language


def _page(status: int, title: str, text: str) -> ResponseReturnValue:
    return render_template("errors/error.html", status=status, title=title, text=text), status


def _bare_page(status: int, title: str, text: str) -> ResponseReturnValue:
    """A page made without the frame's questions to the database, which may be what has failed."""
    page = current_app.jinja_env.get_template("errors/error.html").render(
        status=status,
        title=title,
        text=text,
        language=language(),
        request_id=g.get("request_id"),
    )
    return page, status


def _refused(error: Refused) -> ResponseReturnValue:
    return _page(409, _("Det går inte just nu"), str(error))


def _not_found(_error: Exception) -> ResponseReturnValue:
    return _page(404, _("Vi hittar inte sidan"), str(NotFound()))


def _forged(_error: CSRFError) -> ResponseReturnValue:
    text = _("Sidan har legat öppen länge. Gå tillbaka, ladda om den och försök igen.")
    return _page(400, _("Formuläret gick inte att ta emot"), text)


def _http(error: HTTPException) -> ResponseReturnValue:
    words = {
        403: (_("Du har inte tillgång hit"), _("Sidan är för någon med en annan roll.")),
        405: (_("Så kan sidan inte användas"), _("Gå tillbaka och försök igen.")),
        413: (_("Det var för mycket på en gång"), _("Korta texten och försök igen.")),
        429: (_("Vänta en liten stund"), _("Det kom många försök på kort tid. Försök snart igen.")),
    }
    fallback = (_("Något gick fel"), _("Gå tillbaka och försök igen."))
    title, text = words.get(error.code or 500, fallback)
    return _page(error.code or 500, title, text)


def _crashed(_error: Exception) -> ResponseReturnValue:
    text = _("Felet är noterat. Försök igen om en stund. Det du redan har sparat finns kvar.")
    return _bare_page(500, _("Något gick fel hos oss"), text)


def register(app: Flask) -> None:
    """Show errors as pages."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(404, _not_found)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(500, _crashed)
