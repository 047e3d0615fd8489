"""What upper apps say of a file of a lower one, which cannot import them: by modules of a name agreed on."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps


@cache
def modules(name: str) -> list[Any]:
    """The module of that name of every app of ours that has one."""
    names = [f"{config.name}.{name}" for config in apps.get_app_configs() if not config.name.startswith("django.")]
    return [import_module(one) for one in names if find_spec(one)]
