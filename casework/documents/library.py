"""Loading the templates that come with the system. Versions that exist stay as the federation set them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps as current

HEAD = ("code", "name", "layout", "mark", "title", "number")


def load_templates(folder: Path, *, apps: Any = current, using: str = "default") -> None:
    """Enter each JSON file of the folder as the first version, in force from the beginning."""
    if "documenttemplate" not in apps.all_models["casework"]:
        return
    template = apps.get_model("casework", "DocumentTemplate")
    rows = [
        template(valid_from="2000-01-01", parts=found["parts"], **{name: found.get(name, "") for name in HEAD})
        for found in templates_in(folder)
    ]
    template.objects.using(using).bulk_create(rows, ignore_conflicts=True)


def templates_in(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))
