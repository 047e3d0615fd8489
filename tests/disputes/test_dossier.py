"""The case file: order, completeness, and the whole of it as one ZIP that can be checked by its sums."""

import csv
import hashlib
import io
import zipfile

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.attachments import keep_made, stored
from casework.errors import StepRefused
from casework.leaves import pages_of_pdf
from disputes import actions
from disputes.dossier.completeness import gaps, needed_for
from disputes.dossier.contents import ORDER, contents_of
from disputes.dossier.story import story_of, story_values
from disputes.models.choices import Place
from tests.factories.disputes import PAID, CaseFactory, paper

pytestmark = pytest.mark.django_db
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001000500010d0a2db40000000049454e44ae426082"
)
ALWAYS = {"application", "acceptance", "identity", "closing_report"}


def places(rows):
    return {row.place.value for row in rows}


@pytest.fixture
def full(yang):
    """A case with three papers that are really on the disk, one not placed."""
    case = CaseFactory("performing", mediator=yang)
    at = timezone.now()
    for title, content, place in [
        ("收据.txt", "已收到工资".encode(), Place.PERFORMANCE),
        ("身份证:正面.png", PNG, Place.IDENTITY),
        ("=cmd.txt", "其他".encode(), ""),
    ]:
        actions.attach(case, papers=[(title, keep_made(content, title.replace(":", "")))], by=yang, at=at, place=place)
    return case


def taken(client, case):
    answer = client.post(reverse("disputes:cases-dossier-zip", args=[case.pk]))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_the_order_is_that_of_the_practice():
    names = ["application", "acceptance", "rights", "identity", "representatives", "evidence", "investigation"]
    names += ["minutes", "agreement", "performance", "callback", "confirmation", "closing_report", "other"]
    assert [place.value for place in ORDER] == names


def test_papers_stand_in_their_places_and_what_nobody_placed_stands_last(full):
    entries = contents_of(full)
    assert [(e.number, e.paper.title, e.pages) for e in entries] == [
        ("04-01", "身份证:正面.png", 1),
        ("10-01", "收据.txt", None),
        ("14-01", "=cmd.txt", None),
    ]


def test_the_zip_holds_everything_and_its_sums_are_true(client, full, zhao):
    client.force_login(zhao.user)
    archive = zipfile.ZipFile(io.BytesIO(taken(client, full)))
    assert archive.testzip() is None
    sums = dict(reversed(line.split("  ", 1)) for line in archive.read("SHA256SUMS").decode().splitlines())
    assert set(sums) == set(archive.namelist()) - {"SHA256SUMS"}
    assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in sums} == sums
    assert "04-01 身份证_正面.png" in sums
    assert pages_of_pdf(archive.read("00-01 cover.pdf")) == 2
    rows = list(csv.reader(io.StringIO(archive.read("index.csv").decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["04-01", "10-01", "14-01"]
    assert rows[1][4:6] == ["1", hashlib.sha256(PNG).hexdigest()]
    assert rows[3][2] == "'=cmd.txt"


def test_the_same_file_gives_the_same_bytes(client, full, zhao):
    client.force_login(zhao.user)
    assert taken(client, full) == taken(client, full)


def test_who_took_the_file_out_stays_in_the_history(client, full, zhao):
    client.force_login(zhao.user)
    taken(client, full)
    assert full.events.latest("pk").verb == "take_out"
    assert full.events.latest("pk").by == zhao


@pytest.mark.parametrize(("name", "status"), [("gao", 200), ("duan", 200), ("he", 403), ("luo", 403), ("wang", 404)])
def test_the_file_leaves_only_with_those_who_work_on_it(client, request, full, name, status):
    client.force_login(request.getfixturevalue(name).user)
    assert client.post(reverse("disputes:cases-dossier-zip", args=[full.pk])).status_code == status
    assert client.get(reverse("disputes:cases-dossier-zip", args=[full.pk])).status_code in {302, 404}


def test_a_paper_that_is_gone_from_the_disk_stops_the_file(client, full, zhao):
    client.force_login(zhao.user)
    odd = keep_made("唯一的内容".encode(), "a.txt")
    actions.attach(full, papers=[("丢失.txt", odd)], by=zhao, at=timezone.now(), place="evidence")
    stored(odd.pk).remove()
    answer = client.post(reverse("disputes:cases-dossier-zip", args=[full.pk]))
    assert answer.status_code == 409
    assert "丢失.txt" in answer.content.decode()
    assert not full.events.filter(verb="take_out").exists()


@pytest.mark.parametrize(
    ("state", "changes", "more"),
    [
        ("concluded", {}, {"rights", "minutes", "agreement"}),
        ("performing", {}, {"rights", "minutes", "agreement"}),
        ("performing", {"worker_count": 10}, {"rights", "minutes", "agreement", "representatives"}),
        ("accepted", {}, set()),
    ],
)
def test_what_a_file_must_hold_follows_from_its_outcome(state, changes, more, now):
    assert places(needed_for(CaseFactory(state, **changes), now.date())) == ALWAYS | more


def test_an_application_that_was_passed_on_needs_little(zhao, now):
    case = actions.transfer(CaseFactory(), by=zhao, at=now, closed_on=PAID, passed_to="县人社局", reason="转办")
    assert places(gaps(case, now.date())) == {"application", "closing_report"}


def test_a_gap_is_filled_or_explained_before_the_file_is_archived(client, gao, now):
    case = CaseFactory("closed_out")
    for gap in gaps(case, now.date()):
        if gap.place != "identity":
            paper(case, gap.place)
    with pytest.raises(StepRefused, match="身份"):
        actions.archive(case, by=gao, at=now, archived_on=PAID)
    client.force_login(gao.user)
    form = client.get(case.step_url("explain_gap")).content.decode()
    assert 'value="identity"' in form
    assert 'value="minutes"' not in form
    told = {"place": "identity", "reason": "当事人当场出示，未留存复印件"}
    assert client.post(case.step_url("explain_gap"), told).status_code == 302
    page = client.get(reverse("disputes:cases-dossier", args=[case.pk])).content.decode()
    assert "当事人当场出示" in page
    assert actions.archive(case, by=gao, at=now, archived_on=PAID).archive_no == "DA532923-2024-0001"


def test_a_paper_is_placed_and_counted_later(client, zhao, full):
    client.force_login(zhao.user)
    loose = full.attachments.get(place="")
    told = {"paper": loose.pk, "place": "evidence", "counted_pages": "3"}
    assert client.post(full.step_url("classify"), told).status_code == 302
    entry = contents_of(full)[1]
    assert (entry.number, entry.pages) == ("06-01", 3)
    foreign = CaseFactory()
    paper(foreign)
    told["paper"] = foreign.attachments.get().pk
    assert client.post(full.step_url("classify"), told).status_code == 422


def test_an_issued_document_stands_in_its_place_and_its_word_copy_nowhere(client, zhao, yang):
    zhao.org.phone = "0872-3120000"
    zhao.org.save()
    case = CaseFactory("concluded", mediator=yang)
    client.force_login(zhao.user)
    assert client.post(case.step_url("issue_document"), {"kind": "closing_report"}).status_code == 302
    (entry,) = contents_of(case)
    assert (entry.place, entry.paper.title, entry.pages) == (Place.CLOSING, "结案报告.pdf", 1)


def test_the_api_lists_contents_and_gaps(client, full, zhao, wang):
    address = f"/api/v1/cases/{full.pk}/dossier/"
    client.force_login(zhao.user)
    found = client.get(address).json()
    assert next((row["number"], row["place"], row["pages"]) for row in found["papers"]) == ("04-01", "identity", 1)
    assert {row["place"] for row in found["needed"] if not row["is_missing"]} == {"identity"}
    client.force_login(wang.user)
    assert client.get(address).status_code == 404


def test_the_story_of_a_case_fits_on_a_page_and_names_nobody(client, yang, wang):
    case = CaseFactory("performing", mediator=yang)
    values = story_values(case, PAID)
    assert [row["what"] for row in values["story"]][:3] == ["登记案件", "受理", "指派调解员"]
    assert "杨测试" not in str(values)
    client.force_login(yang.user)
    page = client.get(reverse("disputes:cases-story", args=[case.pk]))
    assert pages_of_pdf(page.content) == 1
    assert story_of(case, PAID) == story_of(case, PAID)
    client.force_login(wang.user)
    assert client.get(reverse("disputes:cases-story", args=[case.pk])).status_code == 404
