"""The portal: the door that people use."""

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from foundation import logs
from foundation.settings import Settings
from web import (
    blueprints,
    commands,
    db,
    errors,
    guards,
    headers,
    language,
    limits,
    pages,
    requests,
    security,
    statics,
)
from web.digests.links import STOP_VIEWS


def create_app(settings: Settings, sessions: db.Sessions | None = None) -> Flask:
    """The portal for these settings; `sessions` replaces the database's own in tests."""
    logs.configure()
    app = Flask(__name__)
    app.config.from_mapping(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="farled",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.is_https,
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        BOOTSTRAP_SERVE_LOCAL=True,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_I18N_ENABLED=False,
    )
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    for part in (requests, language, headers, limits, statics):
        part.register(app)
    Bootstrap5(app)
    forgery = CSRFProtect(app)
    for view in STOP_VIEWS:
        forgery.exempt(view)
    db.register(app, sessions or db.sessions_of(settings))
    security.register(app)
    blueprints.register(app)
    for later in (guards, errors, pages, commands):
        later.register(app)
    return app
