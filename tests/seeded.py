"""After a test with real transactions the tables are again as they were seeded.

To empty some two hundred tables and load the reference data anew takes a second and a half. Here only what a test
left behind is taken away, and only what it changed of the reference data is put back.
"""

from __future__ import annotations

from django.db import connection, transaction

KEPT = "as_seeded"


class Seeded:
    """The rows there are now, kept beside the tables; `restore` brings back exactly these."""

    def __init__(self) -> None:
        self.tables = sorted(connection.introspection.django_table_names(only_existing=True, include_views=False))
        self.keys: dict[str, str] = {}  # of the tables with reference data
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {KEPT} CASCADE; CREATE SCHEMA {KEPT}")
            for table in self.tables:
                cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}")')
                if cursor.fetchone()[0]:
                    cursor.execute(f'CREATE TABLE {KEPT}."{table}" AS TABLE "{table}"')
                    self.keys[table] = connection.introspection.get_primary_key_column(cursor, table)

    def restore(self) -> None:
        """In one journey. Whoever still writes is waited for; the triggers that protect history are not asked."""
        names = ", ".join(f'"{table}"' for table in self.tables)
        wanted = ["SET LOCAL session_replication_role = replica", f"LOCK TABLE {names} IN EXCLUSIVE MODE"]
        wanted += [f'DELETE FROM "{table}"' for table in self.tables if table not in self.keys]
        for table, key in self.keys.items():
            wanted += put_back(f'"{table}"', f'{KEPT}."{table}"', f'"{key}"')
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(";\n".join(wanted))


def put_back(table: str, kept: str, key: str) -> list[str]:
    """Rows that are new or changed go, rows that are missing by then come back."""
    same = f"SELECT FROM {kept} k WHERE k.{key} = t.{key} AND k.* IS NOT DISTINCT FROM t.*"
    there = f"SELECT FROM {table} t WHERE t.{key} = k.{key}"
    return [
        f"DELETE FROM {table} t WHERE NOT EXISTS ({same})",
        f"INSERT INTO {table} SELECT k.* FROM {kept} k WHERE NOT EXISTS ({there})",
    ]
