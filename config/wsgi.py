"""The web application as gunicorn loads it."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from config.environment import request_limits

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# A request never waits long for the database, and a search somebody gave up does not go on. Commands and workers have
# no such limit: a migration, an import or a report may take minutes.
os.environ.setdefault("PGOPTIONS", request_limits(os.environ))
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - all pages are read here once, before the server forks its workers
