"""How gunicorn serves the portal: one process, so that throttles count right, and threads in it."""

import gc
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


def get_ready() -> None:
    """Open the index and load the compiled ranking; then let the collector pass by what stays.

    Looking through all of it takes more than half a second, which one page in twenty-five would
    wait for (`python -m benchmarks.tracks`, docs/scale.md).
    """
    prepare_all()
    gc.collect()
    gc.freeze()


def post_worker_init(_worker: Any) -> None:
    """Get ready now, not in somebody's request."""
    Thread(target=get_ready, name="prepare-ranking", daemon=True).start()
