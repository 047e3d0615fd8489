"""The report as a table for other programs: UTF-8 with the mark Excel asks for, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from casework.importing.cells import safe
from reports.filings.content import LANGUAGE
from reports.filings.cover import cover_of
from reports.models import Filing


def csv_of(filing: Filing) -> bytes:
    """Every table under its title; rates in percent."""
    content = filing.snapshot.content
    labels = {one["code"]: " ".join(filter(None, (one["group"], one["label"]))) for one in content["definitions"]}
    stream = io.StringIO(newline="")
    rows = csv.writer(stream)
    with override(LANGUAGE):
        cover = cover_of(filing)
        rows.writerows([[safe(cover.title)], [safe(cover.line)], [safe(cover.checked)]])
        for table in content["tables"]:
            rows.writerow([f"{table['title']} {table['first']} – {table['last']}"])
            rows.writerow([pgettext("form", "Unit"), *(labels[code] for code in table["columns"])])
            for row in [*table["rows"], {"label": _("Total"), "cells": table["total"]}]:
                rows.writerow([safe(row["label"]), *map(plain, row["cells"])])
    return stream.getvalue().encode("utf-8-sig")


def plain(cell: Any) -> Any:
    value = cell["value"] if isinstance(cell, dict) else cell
    return "" if value is None else value
