"""Where a matter comes from, the decision on a complaint, evidence, and who withdraws."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from casework.errors import Refused, StepRefused, WrongDuty
from casework.workflow import Act
from supervision import actions
from supervision.models import MatterRecusal, SupervisionDocument, SupervisionMatter
from supervision.printing.companions import OF_MATTER, companion_of_matter
from supervision.printing.text import words_of
from supervision.workflow import DOCUMENTS, MATTERS
from tests.factories import supervision as made
from tests.factories.organizations import OfficerFactory

MONDAY = made.noon("2024-08-26")
AT = made.noon("2024-06-05")
D = dt.date
NO_INTEREST = "利害关系"


def complaint(by, at=MONDAY, **given) -> SupervisionMatter:
    return made.matter(by, at, source="complaint", **given)


def running(matter) -> list[dt.date]:
    return list(matter.deadlines.running().values_list("due_on", flat=True))


def test_a_complaint_is_decided_on_within_five_working_days(su):
    assert running(complaint(su)) == [D(2024, 9, 2)]  # worked example 10.2


@pytest.mark.parametrize("source", ["work_order", "case", "inspection", "news", "own_finding"])
def test_what_is_no_complaint_needs_no_notice_of_refusal(su, source):
    assert running(made.matter(su, MONDAY, source=source)) == []


@pytest.mark.parametrize("way", ["accept", "draft", "investigate"])
def test_accepting_drafting_and_investigating_each_take_a_complaint_on(su, way):
    matter, at = complaint(su), made.noon("2024-08-28")
    if way == "accept":
        actions.accept_complaint(matter, by=su, at=at)
    elif way == "draft":
        made.draft(su, at, of=matter)
    else:
        made.investigated(matter, su, at, D(2024, 8, 28))
    assert matter.deadlines.get().met_on == D(2024, 8, 28)
    matter.refresh_from_db()
    assert matter.due_on is None
    for decide in (actions.accept_complaint, actions.decline_complaint):
        more = {} if decide is actions.accept_complaint else {"decline_ground": "in_court", "reason": "-"}
        with pytest.raises(StepRefused):
            decide(matter, by=su, at=at, **more)


def test_a_refusal_ends_with_the_written_notice_and_the_clock_with_it(su):
    matter = actions.decline_complaint(
        complaint(su), by=su, at=made.noon("2024-08-27"), decline_ground="in_arbitration", reason="仲裁已受理"
    )
    assert (matter.state, matter.outcome, running(matter)) == ("declined", "", [D(2024, 9, 2)])
    with pytest.raises(StepRefused):
        made.draft(su, MONDAY, of=matter)
    matter = actions.give_notice(
        matter, by=su, at=made.noon("2024-08-30"), notified_on=D(2024, 8, 30), papers=made.paper("告知书.pdf")
    )
    assert (matter.state, matter.outcome, matter.closed_on) == ("closed", "declined", D(2024, 8, 30))
    assert matter.deadlines.get().met_on == D(2024, 8, 30)
    assert matter.attachments.get().title == "告知书.pdf"


@pytest.mark.parametrize(
    ("ground", "told"),
    [
        ("outside_scope", "不属于工会劳动法律监督范围"),
        ("with_authority", "已由有关行政主管部门受理"),
        ("in_arbitration", "仲裁委员会受理"),
        ("in_court", "已由人民法院受理"),
    ],
)
def test_the_notice_of_refusal_prints_ground_reason_and_other_ways_and_no_name(client, su, wang, ground, told):
    matter = complaint(su, AT)
    address = reverse("supervision:matters-companion", args=[matter.pk, "notice_of_refusal", "pdf"])
    client.force_login(su.user)
    assert client.get(address).status_code == 404
    matter = actions.decline_complaint(matter, by=su, at=AT, decline_ground=ground, reason="所反映的是物业纠纷")
    assert address in client.get(matter.get_absolute_url()).content.decode()
    paper = OF_MATTER["notice_of_refusal"]
    text = words_of(companion_of_matter(paper, matter))
    for part in (told, "所反映的是物业纠纷", matter.number, "12348", "＿＿年", "我会决定不"):
        assert part in text, part
    assert client.get(address).content.startswith(b"%PDF")
    matter = actions.give_notice(matter, by=su, at=AT, notified_on=dt.date(2024, 6, 7), papers=made.paper())
    assert "2024年6月7日" in words_of(companion_of_matter(paper, matter))
    client.force_login(wang.user)
    assert client.get(address).status_code == 404


def test_only_a_supervisor_decides_on_a_complaint(su, li, duan):
    for officer in (li, duan):
        with pytest.raises(WrongDuty):
            actions.accept_complaint(complaint(su), by=officer, at=MONDAY)


def test_a_matter_from_news_or_an_inspection_says_where_it_comes_from(client, su):
    client.force_login(su.user)
    typed = {"topic": "pay", "source": "news", "facts": "报道拖欠工资", "workers_affected": "3"}
    assert client.post(reverse("supervision:matters-new"), typed).status_code == 422
    typed["source_detail"] = "祥云县融媒体中心 2024年6月3日《工资去哪儿了》"
    assert client.post(reverse("supervision:matters-new"), typed).status_code == 302
    page = client.get(SupervisionMatter.objects.get().get_absolute_url()).content.decode()
    assert "工资去哪儿了" in page


def test_an_interest_closes_every_step_to_the_person_in_any_duty(su, duan, mu):
    matter = made.matter(su, AT)
    letter = made.submitted(su, AT, of=matter)
    actions.declare_interest(matter, by=duan, at=AT, person=mu, interest="relative")
    actions.declare_interest(matter, by=su, at=AT, person=su, interest="own")
    letter = SupervisionDocument.objects.get(pk=letter.pk)
    other_duty = OfficerFactory(duty="committee_director", user=su.user, org=su.org)
    for verb, officer in (("approve", mu), ("comment", mu), ("endorse", other_duty)):
        with pytest.raises(StepRefused) as refused:
            DOCUMENTS.check(verb, letter, Act(officer, AT))
        assert any(NO_INTEREST in reason for reason in refused.value.reasons)
    fresh = SupervisionMatter.objects.get(pk=matter.pk)
    for verb in ("investigate", "add_evidence"):
        with pytest.raises(StepRefused):
            MATTERS.check(verb, fresh, Act(su, AT))
    assert actions.endorse(letter, by=duan, at=AT).endorsed_by == duan


def test_whoever_has_withdrawn_is_not_named_in_an_investigation_nor_counted(su):
    matter = made.matter(su, AT)
    other = made.colleague(su, "supervisor", certified=True)
    actions.investigate(
        matter, by=su, at=AT, held_on=D(2024, 6, 4), way="现场检查", findings="属实", supervisors=[su, other]
    )
    actions.declare_interest(matter, by=su, at=AT, person=other, interest="own")
    opinion = made.draft(su, AT, of=matter, kind="opinion", waiver_reason="情节严重")
    with pytest.raises(StepRefused) as refused:
        actions.submit(opinion, by=su, at=AT, no_conflict=True)
    assert "2名" in refused.value.reasons[0]
    with pytest.raises(Refused) as named:
        actions.investigate(matter, by=su, at=AT, held_on=D(2024, 6, 5), way="-", findings="-", supervisors=[su, other])
    assert other.name in named.value.reasons[0]


def test_a_withdrawal_is_on_record_once_and_for_good(su):
    matter = made.matter(su, AT)
    actions.declare_interest(matter, by=su, at=AT, person=su, interest="own")
    with pytest.raises(Refused):
        actions.declare_interest(matter, by=su, at=AT, person=su, interest="own")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM supervision_matterrecusal WHERE id = %s", [MatterRecusal.objects.get().pk])


def test_an_investigation_keeps_amounts_and_whether_the_employer_helped(su):
    matter = made.matter(su, AT)
    other = made.colleague(su, "supervisor", certified=True)
    actions.investigate(
        matter,
        by=su,
        at=AT,
        held_on=D(2024, 6, 4),
        way="查阅工资表",
        findings="欠薪",
        supervisors=[su, other],
        cooperation="false_papers",
        persons=5,
        amount="46300.00",
        papers=made.paper("笔录.pdf"),
    )
    found = matter.investigations.get()
    assert (found.cooperation, found.persons, str(found.amount)) == ("false_papers", 5, "46300.00")
    assert matter.attachments.get().title == "笔录.pdf"


EVIDENCE = {"form": "copy", "origin": "单位提供", "proves": "欠薪数额"}


def test_evidence_gets_the_next_number_and_the_pages_of_its_papers(su):
    matter = made.matter(su, AT)
    for name in ("工资表", "银行流水"):
        actions.add_evidence(matter, by=su, at=AT, name=name, papers=made.paper(f"{name}.pdf"), pages=3, **EVIDENCE)
    rows = matter.evidence.all()
    assert [(row.position, row.name, row.pages) for row in rows] == [(1, "工资表", 3), (2, "银行流水", 3)]
    assert rows[1].papers.get().title == "银行流水.pdf"


def test_a_document_names_the_evidence_picked_and_keeps_it_with_its_text(su, mu):
    matter = made.matter(su, AT)
    for name in ("工资表", "银行流水"):
        actions.add_evidence(matter, by=su, at=AT, name=name, papers=[], pages=2, **EVIDENCE)
    picked = matter.evidence.filter(name="银行流水")
    letter = made.approved(su, AT, mu, of=matter, evidence=picked)
    assert "证据：（2）银行流水（2页）。" in letter.frozen_text
    assert "工资表" not in letter.frozen_text


def test_evidence_of_another_matter_cannot_be_named(client, su):
    other = made.matter(su, AT)
    actions.add_evidence(other, by=su, at=AT, name="别案证据", papers=[], **EVIDENCE)
    letter = made.draft(su, AT)
    client.force_login(su.user)
    answer = client.post(letter.step_url("edit"), {"evidence": [other.evidence.get().pk], "facts": "事实"})
    assert answer.status_code == 422
    assert not letter.evidence.exists()


def test_a_word_file_with_macros_is_no_evidence(client, su):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    matter = made.matter(su, AT)
    client.force_login(su.user)
    paper = SimpleUploadedFile("证据.docx", packed.getvalue())
    answer = client.post(matter.step_url("add_evidence"), {"name": "证据", **EVIDENCE, "papers": paper})
    assert answer.status_code == 422
    assert not matter.evidence.exists()
