"""The settings of the system as they are served, with a database that nobody else uses."""

from tests.settings import *  # noqa: F403

REFERENCE_KEPT = True
