"""The web application as gunicorn loads it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# A request never waits long for the database. Commands have no such limit: a migration or an import may take minutes.
os.environ.setdefault(
    "PGOPTIONS", "-c statement_timeout=10s -c lock_timeout=2s -c idle_in_transaction_session_timeout=15s"
)
application = get_wsgi_application()
