"""The parts every page is made of, drawn from plain objects."""

import re
from dataclasses import dataclass, field
from datetime import date

import pytest
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from casework.arranging import arranged
from casework.fields import DayField, MoneyField, RowsField
from casework.forms import RowForm, VerbForm
from casework.pages import typed, wants_row
from casework.purposes import Purpose
from casework.verbs import Verb
from casework.workflow import Stage, Step, StepOffer, Workflow

TODAY = date(2026, 11, 20)


class InstalmentForm(RowForm):
    due_on = DayField(may_be_future=True)
    amount = MoneyField()


class AgreeForm(VerbForm):
    summary = forms.CharField()
    instalments = RowsField(InstalmentForm, min_rows=1)


@dataclass
class PlainFile:
    org_id: int = 1
    steps: list[StepOffer] = field(default_factory=list)

    def step_url(self, verb):
        return f"/cases/1/{verb}/"

    def stages(self):
        return [Stage("受理", "done"), Stage("调解", "current"), Stage("结案", "next")]


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def drawn(source, **context):
    return Template("{% load casework %}" + source).render(Context({"today": TODAY, **context}))


def plain_form(sent):
    form = forms.Form(sent)
    form.fields = dict(AgreeForm.base_fields)
    return form


def test_a_refused_step_gives_its_reasons_in_words():
    offers = [StepOffer("agree", "达成协议", allowed=False, reasons=["还没有签字的协议书。"])]
    page = drawn("{% steps file offers %}", file=PlainFile(), offers=offers)
    assert "达成协议" in page
    assert "还没有签字的协议书。" in page
    assert "<a " not in page


def offer(verb, purpose=Purpose.ONWARD, *reasons):
    return StepOffer(verb, verb, allowed=not reasons, reasons=list(reasons), purpose=purpose)


def test_an_open_step_is_a_link_and_only_the_first_is_the_main_one():
    page = drawn("{% steps file offers %}", file=PlainFile(), offers=[offer("accept"), offer("assign")])
    assert 'href="/cases/1/assign/" data-key="a"' in page
    assert page.count("btn-primary") == 1


def test_two_steps_lead_on_the_others_stand_by_purpose_and_the_rare_and_the_closed_are_folded():
    offers = [
        offer("agree"),
        offer("draft"),
        offer("transfer"),
        offer("fail", Purpose.END),
        offer("close", Purpose.ONWARD, "尚未付清。"),
        offer("suspend", Purpose.TIME),
        offer("extend", Purpose.TIME, "已延长过。"),
        offer("merge", Purpose.RARE),
        offer("add_note", Purpose.BESIDE),
    ]
    found = arranged(offers, ["meet", "draft"])
    assert [o.verb for o in found.main] == ["draft", "agree"]
    assert [o.verb for o in found.awaited] == ["close"]
    assert [[o.verb for o in group] for _label, group in found.groups] == [["suspend"], ["transfer"], ["fail"]]
    assert ([o.verb for o in found.rare], [o.verb for o in found.closed]) == (["merge"], ["extend"])
    page = drawn("{% steps file offers %}", file=PlainFile(), offers=offers)
    assert page.count("<details>") == 2
    assert "add_note" not in page


def test_what_is_rare_stands_open_where_there_is_nothing_else():
    page = drawn("{% steps file offers %}", file=PlainFile(), offers=[offer("merge", Purpose.RARE)])
    assert "<details open>" in page


def test_a_purpose_cannot_be_given_to_a_step_that_is_not_there():
    with pytest.raises(ImproperlyConfigured, match="agrree"):
        Workflow(PlainFile, Step("agree", {"open"}, None, {"mediator"}, "Agree"), purposes={Purpose.END: {"agrree"}})


def test_the_current_stage_is_marked_for_people_and_for_screen_readers():
    page = drawn("{% stage_bar file %}", file=PlainFile())
    assert page.count('aria-current="step"') == 1
    assert "已完成" in page


def test_rows_are_named_by_field_number_and_part():
    page = drawn("{% rows field %}", field=plain_form(None)["instalments"])
    assert 'name="instalments-0-amount"' in page
    assert 'name="instalments-2-due_on"' in page
    assert 'name="instalments-__n__-amount"' in page


def test_a_wrong_row_comes_back_with_what_was_typed_and_the_error_at_its_field():
    form = plain_form(QueryDict("instalments-4-due_on=2026-12-01&instalments-4-amount=many"))
    form.is_valid()
    page = drawn("{% rows field %}", field=form["instalments"])
    assert 'value="2026-12-01"' in page
    assert 'id="id_instalments-0-amount_error"' in page


def test_asking_for_a_row_without_script_is_not_taking_the_step():
    verb = Verb("agree", lambda *given, **named: None, AgreeForm)
    sent = QueryDict("summary=half&instalments-0-amount=5&instalments-add=1")
    assert wants_row(verb, sent)
    assert not wants_row(verb, QueryDict("summary=half&instalments-0-amount=5"))
    assert typed(AgreeForm, sent) == {"summary": "half", "instalments": [{"amount": "5"}]}


def test_a_required_field_says_so_in_words():
    page = drawn('{% include "parts/field.html" %}', field=plain_form(None)["summary"])
    assert "（必填）" in page


@pytest.mark.parametrize(("needed", "words"), [(True, "（必填）"), (False, "（填写本行时必填）")])
def test_a_row_nobody_must_fill_in_says_so_at_its_fields(needed, words):
    form = plain_form(None)
    form.fields["instalments"].required = needed
    row = drawn("{% rows field %}", field=form["instalments"]).partition("<li")[2]
    assert set(re.findall("（[^）]*必填）", row)) == {words}


def test_a_plain_due_day_becomes_a_pill_or_a_dash():
    assert "还剩 1 日" in drawn("{% due_day day %}", day=date(2026, 11, 21))
    assert drawn("{% due_day day %}", day=None) == "—"
