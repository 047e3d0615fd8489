"""What was received, each message once. The number of the message is the key; a repeat changes nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

TABLES = """
CREATE TABLE IF NOT EXISTS message (id TEXT PRIMARY KEY, type TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS matter (number TEXT PRIMARY KEY, state TEXT NOT NULL, subject TEXT NOT NULL DEFAULT '');
"""


class Inbox:
    """A database of one file. Several threads and processes may keep messages at the same time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with closing(self.connect()) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(TABLES)

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=20, isolation_level=None)

    def keep(self, message_id: str, body: bytes) -> bool:
        """Keep the message and do what it says, in one transaction. False when it was here before.

        Only after this has returned may the sender be told 2xx: it will not send the message again then.
        """
        told = json.loads(body)
        with closing(self.connect()) as db:
            db.execute("BEGIN IMMEDIATE")
            row = (message_id, told["type"], body)
            new = db.execute("INSERT INTO message VALUES (?, ?, ?) ON CONFLICT DO NOTHING", row).rowcount == 1
            if new:
                self.act(db, told["type"], told["data"])
            db.execute("COMMIT")
        return new

    def act(self, db: sqlite3.Connection, kind: str, data: dict[str, Any]) -> None:
        """The effect. A recall may overtake what it recalls at the receiver's own second desk: it is kept as well."""
        if kind == "referral.sent":
            matter = (data["number"], "open", data.get("subject", ""))
            db.execute("INSERT INTO matter VALUES (?, ?, ?) ON CONFLICT DO NOTHING", matter)
        elif kind == "referral.recalled":
            recalled = (data["number"], "recalled")
            again = "ON CONFLICT (number) DO UPDATE SET state = excluded.state"
            db.execute(f"INSERT INTO matter (number, state) VALUES (?, ?) {again}", recalled)  # noqa: S608

    def rows(self, query: str) -> list[Any]:
        with closing(self.connect()) as db:
            return db.execute(query).fetchall()

    def matters(self) -> dict[str, str]:
        """The state of each matter by its number."""
        return dict(self.rows("SELECT number, state FROM matter"))
