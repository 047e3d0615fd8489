"""No request talks to the broker: a frozen one would freeze the page, and a crash would lose the message."""

from __future__ import annotations

import ast
from pathlib import Path

from django.conf import settings

APPS = ["organizations", "casework", "disputes", "supervision", "hotline", "referrals", "desk", "reports", "config"]
PUBLISHING = {"delay", "apply_async", "send_task", "delay_on_commit", "apply_async_on_commit"}
WAITING = {"eta", "countdown", "retry", "autoretry_for"}


def trees():
    for app in APPS:
        for path in sorted(Path(settings.BASE_DIR, app).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_only_tasks_publish():
    guilty = [
        f"{path}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in PUBLISHING and path.name != "tasks.py"
    ]
    assert guilty == []


def test_no_view_verb_or_api_reaches_the_tasks():
    guilty = [
        f"{path}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("tasks") and path.parent.name != "config"
    ]
    assert guilty == []


def test_waits_stand_in_rows_and_never_in_the_broker():
    guilty = [
        f"{path}:{node.lineno}"
        for path, tree in trees()
        if path.name == "tasks.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in WAITING
    ]
    assert guilty == []
