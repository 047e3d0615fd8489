"""What holds for every template of every app."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
FORBIDDEN = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style\b",
    "a script without src": r"<script\b(?![^>]*\bsrc=)",
    "an event handler": r"<[^>]*\son[a-z]+\s*=",
    "an evaluated htmx attribute": r"\bhx-(on|vals=.js)",
    "text that escapes translation": r"[\u4e00-\u9fff]",
    "unescaped output": r"\|\s*safe\b|\{%\s*autoescape\s+off",
    "a table without a caption": r"<table\b[^>]*>(?!\s*<caption)",
    "a table heading without scope": r"<th\b(?![^>]*\bscope=)",
}


def pages():
    found = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("*/templates/**/*.html")]
    return sorted({path.relative_to(ROOT) for path in found})


@pytest.mark.parametrize("page", pages(), ids=str)
def test_a_template_keeps_to_the_content_policy_and_to_plain_structure(page):
    source = (ROOT / page).read_text(encoding="utf-8")
    assert [fault for fault, pattern in FORBIDDEN.items() if re.search(pattern, source)] == []
