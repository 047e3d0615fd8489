"""The end of a case by clicking alone: closed, its file completed and archived, and taken out as one ZIP."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest

from disputes import actions
from disputes.models import DisputeCase
from tests.browser.walking import Walker
from tests.conftest import member
from tests.factories.disputes import CaseFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


PAPERS = [
    ("申请书.pdf", "application"),
    ("受理通知书.pdf", "acceptance"),
    ("权利义务告知书.pdf", "rights"),
    ("调解笔录.pdf", "minutes"),
    ("终结记载.pdf", "agreement"),
    ("报告.pdf", "closing_report"),
]


@pytest.fixture
def cast(transactional_db):
    names = {"case_officer": "赵办案", "mediator": "杨调解", "archivist": "高档案", "committee_director": "段主任"}
    found = {duty: member(duty, duty, certified=duty == "mediator") for duty in names}
    for duty, officer in found.items():
        officer.user.display_name = names[duty]
        officer.user.save()
    found["case_officer"].org.phone = "0872-3120000"
    found["case_officer"].org.save()
    return found


def placed(walker: Walker, title: str, place: str) -> None:
    """Add a paper at once in its place."""
    walker.press("补充材料")
    walker.attach("papers", title)
    walker.choose(place=place)
    walker.send("补充材料")


def test_from_the_end_without_agreement_to_the_file_in_one_piece(sign_in, violations, cast, now):
    case = CaseFactory("concluded", mediator=cast["mediator"])
    officer = Walker(sign_in(cast["case_officer"], case.get_absolute_url()), violations)
    officer.press("办结")
    officer.type(closed_out_on="2024-01-30")
    officer.page.locator("[name=callback][value=satisfied]").check()
    officer.send("办结")
    officer.press("案卷")
    assert "缺少" in officer.text()
    officer.press(str(case))
    for title, place in PAPERS:
        placed(officer, title, place)

    archivist = Walker(sign_in(cast["archivist"], case.get_absolute_url()), violations)
    assert "卷内尚缺材料：身份证明" in archivist.text()
    archivist.press("注明缺件原因")
    archivist.type(reason="当场核验原件，未留存复印件")
    archivist.send("注明缺件原因")
    archivist.press("归档")
    archivist.type(archived_on="2024-02-05")
    archivist.send("归档")
    case.refresh_from_db()
    assert (case.state, case.archive_no) == ("archived", "DA532923-2024-0001")
    assert "DA532923-2024-0001" in archivist.text()

    archivist.press("案卷")
    with archivist.page.expect_download() as found:
        archivist.page.get_by_role("button", name="下载整卷").click()
    archive = zipfile.ZipFile(io.BytesIO(Path(found.value.path()).read_bytes()))
    sums = dict(reversed(line.split("  ", 1)) for line in archive.read("SHA256SUMS").decode().splitlines())
    assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in sums} == sums
    assert len(sums) == 8
    assert case.events.latest("pk").verb == "take_out"
    assert [fault for walker in (officer, archivist) for fault in walker.faults] == []


def test_related_cases_and_a_reopened_one_can_be_reached_from_each_other(sign_in, violations, cast, now):
    case, other = CaseFactory("closed_out", mediator=cast["mediator"]), CaseFactory("accepted")
    actions.link(case, by=cast["case_officer"], at=now, other=other, reason="同一单位")
    director = Walker(sign_in(cast["committee_director"], case.get_absolute_url()), violations)
    director.unfold("更多操作")
    director.press("重新立案")
    director.type(received_on="2026-03-02", facts="公司反悔", reason="新证据")
    director.send("重新立案")
    new = DisputeCase.objects.latest("pk")
    assert re.search(rf"/cases/{new.pk}/$", director.page.url)
    director.press(str(case))
    director.press(str(other))
    director.unfold("更多操作")
    director.press("限定知悉范围")
    director.type(reason="涉及未成年人")
    director.send("限定知悉范围")
    assert "限定知悉" in director.text()
    assert director.faults == []
