"""A database of its own for one benchmark: embedded, empty, migrated, with the reference data, gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def database() -> Iterator[None]:
    """Set up Django against fresh servers. Import models inside."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    from config.services.testing import services

    with services() as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from django.core.management import call_command

        from casework.reference import seed

        call_command("migrate", verbosity=0)
        seed()
        yield


def settle(*tables: str) -> None:
    """Statistics and visibility as they are in a database that has run for a night."""
    from django.db import connection

    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"VACUUM ANALYZE {table}")
