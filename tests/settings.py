"""The settings of the system, with what would only make tests slow taken out."""

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = False
