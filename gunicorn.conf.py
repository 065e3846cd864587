"""How gunicorn serves the portal: one process, so that throttles count right, and threads in it."""

import os

from foundation.settings import from_environ

settings = from_environ(os.environ)

bind = settings.bind
workers = 1
worker_class = "gthread"
threads = settings.threads
preload_app = True
accesslog = None
loglevel = "warning"
