"""A migration operation that makes PostgreSQL itself refuse to rewrite history."""

from __future__ import annotations

from django.db.migrations.operations import RunSQL


class ProtectHistory(RunSQL):
    """Append-only: UPDATE and DELETE in the table raise an error."""

    def __init__(self, table: str) -> None:
        super().__init__(
            sql=f"""
                CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
            """,
            reverse_sql=f"DROP TRIGGER {table}_append_only ON {table}",
        )
        self.table = table

    def deconstruct(self) -> tuple[str, list[str], dict[str, str]]:
        return self.__class__.__qualname__, [], {"table": self.table}
