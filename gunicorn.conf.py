"""How gunicorn serves the portal: one process, so that throttles count right, and threads in it."""

import os
from threading import Thread
from typing import Any

from foundation.settings import from_environ
from suggestions.ranking import prepare_all

settings = from_environ(os.environ)

bind = settings.bind
workers = 1
worker_class = "gthread"
threads = settings.threads
preload_app = True
accesslog = None
loglevel = "warning"


def post_worker_init(_worker: Any) -> None:
    """Open the index and load the compiled ranking now, not in somebody's request."""
    Thread(target=prepare_all, name="prepare-ranking", daemon=True).start()
