"""The settings as mypy's plugin reads them: no value matters, but every needed one is there."""

from config.services.local import forgettable

forgettable()

from config.settings import *  # noqa: E402, F403
