"""How gunicorn serves the portal: one process, so that throttles count right, and threads in it."""

import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = 1
worker_class = "gthread"
threads = int(os.environ.get("THREADS", "8"))
preload_app = True
accesslog = None
loglevel = "warning"
