"""The portal as a WSGI application, for gunicorn and for the `flask` command."""

import os

from foundation.settings import from_environ
from web import create_app

app = create_app(from_environ(os.environ))
