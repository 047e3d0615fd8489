"""Selects are written out by ourselves, and say what Django's templates say."""

from __future__ import annotations

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from casework.form_rendering import Renderer

PLAIN = [("", "All"), ("a", "<b>bold</b>"), ("b&c", 'say "x"')]
GROUPED = [("", "—"), ("工资", [("1", "拖欠工资"), ("2", "加班费")]), ("3", "其他")]


class Disabled(forms.Select):
    def create_option(self, *args, **kwargs):
        made = super().create_option(*args, **kwargs)
        made["attrs"]["disabled"] = made["index"] == "1"
        return made


@pytest.mark.parametrize("choices", [PLAIN, GROUPED, []], ids=["plain", "grouped", "none"])
@pytest.mark.parametrize("value", [None, "", "a", "2", "b&c", "unknown"])
@pytest.mark.parametrize("widget", [forms.Select, forms.SelectMultiple, Disabled])
def test_a_select_is_written_as_django_writes_it(widget, value, choices):
    made = widget(attrs={"class": "wide", "required": True, "hidden": False}, choices=choices)
    ours, theirs = (made.render("topic", value, renderer=renderer()) for renderer in (Renderer, DjangoTemplates))
    assert parse_html(ours) == parse_html(theirs)
