"""A request id for every request, and one log line at its end."""

from time import perf_counter
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

from foundation import logs

log = logs.logger("web")


def register(app: Flask) -> None:
    """Bind the request id first, and log last."""
    app.before_request(_begin)
    setattr(app, "log_exception", _crashed)  # noqa: B010  # Flask's own names the address
    app.after_request(_end)


def _begin() -> None:
    g.request_id, g.started = uuid4().hex[:16], perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _crashed(error: object) -> None:
    """Log a crash as any other request: its address may hold a token that still works."""
    log.error("crashed", method=request.method, route=str(request.url_rule), exc_info=error)


def _end(response: Response) -> Response:
    """Log the route's pattern rather than its address, which may hold a one-time token."""
    log.info(
        "request",
        method=request.method,
        route=str(request.url_rule),
        status=response.status_code,
        ms=round((perf_counter() - g.started) * 1000),
    )
    response.headers["X-Request-Id"] = g.request_id
    return response
