#!/usr/bin/env python3
"""Entry point of every command: prepares the environment when needed, then hands over to Django."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from config import bootstrap

    bootstrap.ensure(ROOT, sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config.services import local

    with local.system(sys.argv):
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
