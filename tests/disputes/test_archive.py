"""The archive: term by class, holds, and a destruction that leaves nothing but the bare row."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.attachments import keep_made, stored
from casework.errors import StepRefused
from casework.models import Blob
from casework.workflow import Act
from disputes import actions
from disputes.dossier.appraisal import appraisal_list
from disputes.dossier.erasure import tables
from disputes.models import DestructionRecord, DisputeCase, PaperRemoval, Party
from disputes.steps import next_step
from disputes.tasks import remove_destroyed_papers
from tests.factories.disputes import PAID, CaseFactory, complete
from tests.factories.organizations import OfficerFactory

pytestmark = pytest.mark.django_db
LATER = dt.datetime(2034, 1, 20, 2, tzinfo=dt.UTC)  # ten years and a day after the case was concluded
WHY = {"reason": "期满，无继续保存价值"}


def refused(act, word):
    with pytest.raises(StepRefused) as found:
        act()
    assert word in " ".join(found.value.reasons)


@pytest.fixture
def witnesses():
    return [OfficerFactory(duty="case_officer", region="532923") for _n in range(2)]


@pytest.fixture
def kept(yang, gao, now):
    """A performed case in the archive with a paper of its own and one another case holds too."""
    case = CaseFactory("performing", mediator=yang, external_no="外1")
    for title, content in (("唯一.txt", "只在本卷"), ("共用.txt", "两卷都有")):
        actions.attach(case, papers=[(title, keep_made(content.encode(), title))], by=yang, at=now, place="evidence")
    other = CaseFactory("accepted")
    actions.attach(other, papers=[("共用.txt", keep_made("两卷都有".encode(), "b.txt"))], by=yang_of(other), at=now)
    part = case.instalments.get()
    case = actions.record_payment(case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=PAID)
    wrong = {"payment": case.payments.get(), "amount": part.amount, "reason": "杨测试的账号有误"}
    case = actions.correct_payment(case, by=yang, at=now, **wrong)
    case = actions.record_payment(case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=PAID)
    case = actions.close_out(case, by=yang, at=now, closed_out_on=PAID, callback="satisfied")
    complete(case)
    return actions.archive(case, by=gao, at=now, archived_on=PAID)


def yang_of(case):
    return case.events.first().by


@pytest.mark.parametrize(
    ("changes", "chosen", "kind", "until"),
    [
        ({}, "", "case", dt.date(2034, 1, 19)),
        ({"worker_count": 10}, "", "group_case", dt.date(2054, 1, 19)),
        ({}, "confirmed_case", "confirmed_case", dt.date(2054, 1, 19)),
    ],
)
def test_the_term_follows_from_the_class_and_runs_from_the_end_of_the_case(gao, now, changes, chosen, kind, until):
    case = CaseFactory("closed_out", **changes)
    complete(case)
    case = actions.archive(case, by=gao, at=now, archived_on=PAID, retention_class=chosen)
    assert (case.retention_class, case.kept_until) == (kind, until)


def test_a_class_with_a_shorter_term_is_refused(client, gao):
    case = CaseFactory("closed_out", worker_count=10)
    complete(case)
    client.force_login(gao.user)
    told = {"archived_on": "2024-01-30", "retention_class": "case"}
    assert client.post(case.step_url("archive"), told).status_code == 422


def test_nothing_is_proposed_before_the_term_is_over(gao, kept, now):
    refused(lambda: actions.propose_destruction(kept, by=gao, at=now, **WHY), "2034-01-19")
    assert not DisputeCase.objects.due_for_appraisal(dt.date(2034, 1, 19)).exists()
    assert DisputeCase.objects.due_for_appraisal(dt.date(2034, 1, 20)).get() == kept


def test_the_list_shown_before_is_the_list_destroyed_later(gao, duan, zhao, kept, witnesses, now):
    young = CaseFactory("archived", worker_count=10)
    held, hanging, free = (CaseFactory("archived") for _n in range(3))
    actions.hold(held, by=gao, at=LATER, reason="诉讼中")
    actions.link(hanging, by=zhao, at=now, other=CaseFactory("accepted"), reason="同一单位")
    shown = list(appraisal_list(DisputeCase.objects.all(), Act(gao, LATER)))
    assert {due.case: bool(due.reasons) for due in shown} == {kept: False, hanging: True, free: False}
    for case in (young, held, hanging, free, kept):
        try:
            end(case, gao, duan, witnesses)
        except StepRefused:
            continue
    destroyed = {record.file for record in DestructionRecord.objects.all()}
    assert destroyed == {due.case for due in shown if not due.reasons}


def test_the_list_is_printed_for_a_day_to_come(kept, capsys):
    call_command("appraisal_list", on=dt.date(2034, 1, 19))
    assert capsys.readouterr().out == ""
    call_command("appraisal_list", on=dt.date(2034, 1, 20))
    assert capsys.readouterr().out == f"{kept.archive_no}\t{kept.number}\t2034-01-19\t\n"


def end(case, gao, duan, witnesses):
    actions.propose_destruction(case, by=gao, at=LATER, **WHY)
    actions.approve_destruction(case, by=duan, at=LATER, **WHY)
    first, second = witnesses
    return actions.destroy(case, by=gao, at=LATER, first_witness=first, second_witness=second)


def test_the_list_of_ended_terms_names_the_next_step_to_whom_it_belongs(gao, duan, kept, witnesses):
    def steps(day=20):
        case = DisputeCase.objects.get(pk=kept.pk)
        return [next_step(case, duty, dt.date(2034, 1, day)) for duty in ("archivist", "committee_director")]

    first, second = witnesses
    assert steps(19) == ["", ""]
    assert steps() == ["propose_destruction", ""]
    actions.propose_destruction(kept, by=gao, at=LATER, **WHY)
    assert steps() == ["", "approve_destruction"]
    actions.approve_destruction(kept, by=duan, at=LATER, **WHY)
    assert steps() == ["destroy", ""]
    actions.destroy(kept, by=gao, at=LATER, first_witness=first, second_witness=second)
    assert steps() == ["", ""]


def test_a_hold_stops_it_and_takes_back_what_was_proposed(gao, duan, kept, witnesses):
    actions.propose_destruction(kept, by=gao, at=LATER, **WHY)
    case = actions.hold(kept, by=gao, at=LATER, reason="当事人起诉")
    refused(lambda: actions.approve_destruction(case, by=duan, at=LATER, **WHY), "封存")
    case = actions.release(case, by=duan, at=LATER, reason="判决已生效")
    refused(lambda: actions.approve_destruction(case, by=duan, at=LATER, **WHY), "尚未提出")
    assert end(case, gao, duan, witnesses).destroyed_on == LATER.date()


def test_an_open_file_that_hangs_on_it_stops_it(gao, duan, kept, zhao, now):
    open_case = CaseFactory("accepted")
    actions.link(kept, by=zhao, at=now, other=open_case, reason="同一单位")
    refused(lambda: actions.propose_destruction(kept, by=gao, at=LATER, **WHY), open_case.number)


def test_the_director_keeps_a_file_longer(duan, gao, kept):
    case = actions.keep_longer(kept, by=duan, at=LATER, kept_until=dt.date(2060, 1, 1), reason="有史料价值")
    refused(lambda: actions.propose_destruction(case, by=gao, at=LATER, **WHY), "2060-01-01")


def test_without_approval_nothing_is_destroyed(gao, kept, witnesses):
    case = actions.propose_destruction(kept, by=gao, at=LATER, **WHY)
    first, second = witnesses
    refused(lambda: actions.destroy(case, by=gao, at=LATER, first_witness=first, second_witness=second), "尚未批准")


@pytest.mark.parametrize("pair", ["twice", "archivist"])
def test_two_persons_beside_the_archivist_are_witnesses(gao, duan, kept, witnesses, pair):
    actions.propose_destruction(kept, by=gao, at=LATER, **WHY)
    case = actions.approve_destruction(kept, by=duan, at=LATER, **WHY)
    first, second = (witnesses[0], witnesses[0]) if pair == "twice" else (gao, witnesses[0])
    with pytest.raises(DatabaseError), transaction.atomic():
        actions.destroy(case, by=gao, at=LATER, first_witness=first, second_witness=second)


def test_the_page_offers_no_witness_twice_and_not_the_archivist(client, gao, duan, kept, witnesses, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    actions.propose_destruction(kept, by=gao, at=LATER, **WHY)
    actions.approve_destruction(kept, by=duan, at=LATER, **WHY)
    client.force_login(gao.user)
    assert f'value="{gao.pk}"' not in client.get(kept.step_url("destroy")).content.decode()
    twice = {"first_witness": witnesses[0].pk, "second_witness": witnesses[0].pk}
    assert client.post(kept.step_url("destroy"), twice).status_code == 422


def test_what_is_left_is_the_bare_row_the_history_and_the_record(client, gao, duan, zhao, kept, witnesses):
    sums = (kept.outcome, kept.closed_on, kept.amount_claimed, kept.amount_paid, kept.worker_count, kept.category_id)
    verbs = list(kept.events.values_list("verb", flat=True))
    case = end(kept, gao, duan, witnesses)
    assert sums == (
        case.outcome,
        case.closed_on,
        case.amount_claimed,
        case.amount_paid,
        case.worker_count,
        case.category_id,
    )
    assert (case.facts, case.external_no, case.number) == ("—", "", kept.number)
    assert {party.name for party in case.parties.all()} == {"—"}
    assert not Party.objects.filter(file=case).exclude(phone_index="").exists()
    assert {(party.phone, party.id_number, party.address, party.employer) for party in case.parties.all()} == {
        ("", "", "", None)
    }
    assert set(case.attachments.values_list("title", flat=True)) == {"—"}
    assert {payment.reason for payment in case.payments.all()} == {"", "—"}
    assert case.meetings.get().minutes == case.agreement.terms == "—"
    assert list(case.events.order_by("pk").values_list("verb", flat=True))[: len(verbs)] == verbs
    record = DestructionRecord.objects.get()
    assert (record.file, record.archive_no, record.kept_until) == (case, case.archive_no, dt.date(2034, 1, 19))
    assert DisputeCase.objects.get(pk=case.pk).state == "archived"
    client.force_login(zhao.user)
    page = client.get(case.get_absolute_url())
    assert page.status_code == 200
    assert "已于" in page.content.decode()
    paper = case.attachments.first()
    assert "销毁" in b"".join(client.get(paper.get_absolute_url()).streaming_content).decode()
    refused(lambda: actions.reopen(case, by=duan, at=LATER, received_on=LATER.date(), facts="x", reason="x"), "销毁")


def test_the_bytes_leave_the_disk_unless_another_file_holds_them(gao, duan, kept, witnesses):
    own, shared = (Blob.objects.get(pk=keep_made(text.encode(), "a.txt").pk) for text in ("只在本卷", "两卷都有"))
    end(kept, gao, duan, witnesses)
    remove_destroyed_papers()
    remove_destroyed_papers()
    assert (stored(own.pk).exists(), stored(shared.pk).exists()) == (False, True)
    assert not Blob.objects.filter(pk=own.pk).exists()
    assert PaperRemoval.objects.get(sha256=shared.pk).still_used
    assert not PaperRemoval.objects.filter(done_at=None).exists()


def test_the_record_of_a_destruction_is_never_rewritten(gao, duan, kept, witnesses):
    end(kept, gao, duan, witnesses)
    with pytest.raises(TypeError):
        DestructionRecord.objects.update(archive_no="x")
    with pytest.raises(DatabaseError), transaction.atomic():
        DestructionRecord.objects.all()._raw_delete("default")


def test_every_table_with_rows_of_a_case_is_looked_at():
    """A new table with a key to the case is blanked with the rest, without being named anywhere."""
    names = {model.__name__ for model, _path in tables()}
    assert {"Party", "ClaimItem", "MediationMeeting", "MediationAgreement", "DisputeAttachment"} <= names
    assert {"DisputePause", "DisputeExtension", "SupplementRequest", "MissingPaper", "Note"} <= names
    assert not names & {"DisputeEvent", "CaseDocument", "DestructionRecord", "Payment"}
