"""The settings of the system, with what would only make tests slow taken out."""

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
REFERENCE_KEPT = False  # so that a test counts the same statements whichever test ran before it
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = False
