"""Reading the environment: what must be there, and one spelling of the broker's address for everybody."""

import os
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env


class NamedEnv(Env):  # type: ignore[misc]
    """Reads the environment, and says which variable holds what cannot be read."""

    def get_value(self, var: str, *args: Any, **options: Any) -> Any:
        try:
            return super().get_value(var, *args, **options)
        except ValueError as error:
            raise ImproperlyConfigured(f"{var} cannot be read: {error}") from error


def needed(*names: str) -> None:
    """Raises ImproperlyConfigured with the names of all variables which are missing or empty."""
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        raise ImproperlyConfigured(
            f"Not set in the environment: {', '.join(missing)}. "
            "`python3 manage.py up` makes local values once; a real system sets its own."
        )


def insist_on_address(name: str, *schemes: str) -> None:
    """Raises ImproperlyConfigured for an address of another kind. It may hold a password, so it is not repeated."""
    if not os.environ.get(name, "").startswith(tuple(f"{scheme}:" for scheme in schemes)):
        raise ImproperlyConfigured(f"{name} must begin with {', '.join(f'{scheme}:' for scheme in schemes)}")


def broker_url(redis_url: str) -> str:
    """The address as Celery spells it. Only sockets differ: `unix:///a/b.sock?db=1` names its database otherwise."""
    if not redis_url.startswith("unix://"):
        return redis_url
    path, _, query = redis_url.removeprefix("unix://").partition("?")
    database = dict(part.partition("=")[::2] for part in query.split("&")).get("db", "0")
    return f"redis+socket://{path}?virtual_host={database}"


def request_limits(environ: Mapping[str, str]) -> str:
    """PostgreSQL's limits for the connections of the web application. `REQUEST_SQL_SECONDS` is that of one statement.

    Raises ImproperlyConfigured for what is no positive number: without a limit a few slow searches stop everybody.
    """
    seconds = environ.get("REQUEST_SQL_SECONDS", "10")
    if not seconds.isdecimal() or not int(seconds):
        raise ImproperlyConfigured(f"REQUEST_SQL_SECONDS must be a whole number of seconds from 1 on, not {seconds!r}")
    limits = f"statement_timeout={int(seconds)}s", "lock_timeout=2s", "idle_in_transaction_session_timeout=15s"
    # Compiling a statement of many small parts takes longer than all it could save in a request.
    return " ".join(f"-c {one}" for one in (*limits, "jit=off"))
