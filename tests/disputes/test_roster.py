"""The roster of a group: taken in whole or not at all, and the sums that follow from it."""

import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import StepRefused
from casework.models import Category
from disputes import actions
from disputes.documents.kinds import KINDS
from disputes.documents.sheets import sheet_of, template_of
from disputes.models import DisputeCase, RosterEntry
from disputes.roster import columns_of, headings, read_roster
from disputes.shares import shares
from tests.factories.disputes import AGREED, CaseFactory, application, officer_of, plan, signatures
from tests.factories.roster import HEAD, id_number, table, upload, worker

DAY = date.fromisoformat
db = pytest.mark.django_db


def read(rows, most=5000, name="名单.xlsx", head=None):
    content = rows if isinstance(rows, bytes) else table(rows, head)
    return read_roster(io.BytesIO(content), name, list(Category.objects.in_use(DAY("2026-01-05"))), most)


def faults(rows, **more):
    with pytest.raises(ValidationError) as caught:
        read(rows, **more)
    return caught.value.messages


@db
def test_two_hundred_rows_with_five_bad_ones_name_each_by_row_and_column():
    rows = [worker(n) for n in range(1, 201)]
    rows[6][0] = ""
    rows[40][1] = "532923198805110011"
    rows[99][4] = "三万"
    rows[120][1] = rows[20][1]
    rows[120][0] = rows[20][0]
    rows[180][3] = "没有的案由"
    found = faults(rows)
    assert [message.partition(":")[0].partition("：")[0] for message in found] == [
        "第 8 行，姓名",
        "第 42 行，身份证号",
        "第 101 行，请求金额（元）",
        "第 122 行，身份证号",
        "第 182 行，案由",
    ]
    assert "第 22 行" in found[3]


@db
def test_a_bad_table_changes_nothing_and_keeps_the_form(client):
    case = CaseFactory(worker_count=6)
    client.force_login(officer_of("case_officer").user)
    rows = [worker(n) for n in range(1, 12)]
    rows[3][4] = -1
    answer = client.post(case.step_url("import_roster"), {"table": upload(rows)})
    assert answer.status_code == 422
    assert "第 5 行" in answer.content.decode()
    case.refresh_from_db()
    assert (case.roster.count(), case.worker_count, case.amount_claimed) == (0, 6, 118600)


@db
@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.xlsx", "损坏"),
        (b"x", "a.txt", "csv"),
        (table([]), "a.xlsx", "没有"),
        (table([["甲"]], ["姓名"]), "a.xlsx", "缺少"),
        (table([worker(1)], [*HEAD[:5], "备注"]), "a.xlsx", "备注"),
    ],
)
def test_what_is_no_roster_is_said_in_words(content, name, words):
    assert words in " ".join(faults(content, name=name))


@db
def test_a_roster_has_a_most(settings):
    assert "2 行" in faults([worker(n) for n in range(3)], most=2)[0]


@db
def test_one_number_has_one_name_and_one_row_for_each_category():
    same = [worker(1), ["别人", *worker(1)[1:]]]
    assert "姓名不同" in faults(same)[0]
    two = [worker(1), [*worker(1)[:3], "0103", 500, ""], worker(2)]
    assert [row["person"] for row in read(two)] == [1, 1, 2]


@db
def test_categories_are_known_by_code_and_name_and_csv_is_read_in_both_encodings():
    text = '姓名,身份证号,请求金额(元),案由\n杨甲,,"12,000.50",101\n杨乙,,3元,0103\n'
    for encoding in ("utf-8-sig", "gb18030"):
        rows = read(text.encode(encoding), name="名单.csv")
        assert [(row["category"].code, row["claimed"]) for row in rows] == [
            ("0101", Decimal("12000.50")),
            ("0103", Decimal(3)),
        ]


def test_the_empty_form_has_the_columns_that_are_read():
    import python_calamine

    path = Path(__file__).resolve().parents[2] / "disputes" / "data" / "roster.xlsx"
    first = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()[0]
    assert list(headings(columns_of({}))) == [text.replace("（", "(").replace("）", ")") for text in first]


@db
def test_the_empty_form_is_there_for_download(client, zhao):
    client.force_login(zhao.user)
    answer = client.get(reverse("disputes:cases-roster-form", args=[CaseFactory().pk]))
    assert "roster.xlsx" in answer["Content-Disposition"]
    assert "没有" in faults(b"".join(answer.streaming_content), name="roster.xlsx")[0]


@db
def test_the_sums_of_the_case_follow_from_the_roster(zhao, now):
    """Caopu: 41 workers with three representatives against subcontractor and general contractor claim 1,268,400."""
    people = [{"name": f"代表{n}", "id_number": id_number(n)} for n in (1, 2, 3)]
    site = [
        {"name": "云南测试劳务有限公司", "capacity": "subcontractor"},
        {"name": "云南测试建设有限公司", "capacity": "general_contractor"},
    ]
    received = DAY("2026-01-05")
    typed = application(
        received_on=received,
        category=Category.objects.get(pk="0107"),
        applicants=people,
        respondents=site,
        worker_count=3,
        claims=[{"category": None, "amount": Decimal(1)}],
    )
    case = actions.apply(by=zhao, at=now, **typed)
    assert not case.is_group
    rows = read([worker(n, 31000) for n in range(1, 41)] + [worker(41, 28400)])
    case = actions.import_roster(case, by=zhao, at=now, table=rows)
    assert (case.worker_count, case.is_group, case.amount_claimed) == (41, True, Decimal(1268400))
    assert case.claims.get().claimed == Decimal(1268400)
    due = dict(case.deadlines.values_list("rule__code", "due_on"))
    assert due == {"case.accept": DAY("2026-01-08"), "case.mediate": DAY("2026-01-20")}
    chosen = case.parties.filter(role="applicant")
    case = actions.elect_representatives(case, by=zhao, at=now, representatives=chosen, elected_on=received)
    assert len(case.representatives) == 3
    assert case.events.get(verb="import_roster").note == "劳动者 41 人，共 1,268,400.00 元"


@db
def test_a_later_roster_takes_the_place_of_the_earlier_and_numbers_of_claims_stay(zhao, now):
    case = actions.import_roster(CaseFactory(), by=zhao, at=now, table=read([worker(1), worker(2, 1, category="0103")]))
    numbers = dict(case.claims.values_list("category", "position"))
    case = actions.import_roster(case, by=zhao, at=now, table=read([worker(3, 7, category="0103")]))
    claim = case.claims.get()
    assert (claim.category_id, claim.position, claim.claimed) == ("0103", numbers["0103"], 7)
    assert (case.worker_count, case.is_group, case.amount_claimed) == (1, False, 7)


@given(
    st.decimals(0, 10**9, places=2, allow_nan=False), st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=60)
)
def test_shares_make_the_total_to_the_fen(total, weights):
    parts = shares(total, weights)
    assert sum(parts) == total
    assert all(part >= 0 for part in parts)
    whole = sum(weights)
    if whole:
        assert all(
            abs(part - total * weight / whole) < Decimal("0.01") for part, weight in zip(parts, weights, strict=True)
        )


def group_in_mediation(yang, zhao, now, **changes):
    case = CaseFactory("mediating", mediator=yang, worker_count=12)
    return actions.import_roster(case, by=zhao, at=now, table=read([worker(n, 10000, **changes) for n in range(1, 13)]))


@db
def test_an_agreement_with_a_group_names_what_each_gets_and_it_adds_up(yang, zhao, now):
    case = group_in_mediation(yang, zhao, now)
    typed = {"terms": "分两期付清", **signatures(), **plan(100000)}
    with pytest.raises(StepRefused, match="分配协议总额"):
        actions.agree(case, by=yang, at=now, **typed)
    case = actions.share_out(case, by=yang, at=now, agreed=[{"claim": 1, "amount": Decimal(90000)}])
    with pytest.raises(StepRefused, match=r"名单合计 90,000\.00 元，协议金额 100,000\.00 元"):
        actions.agree(case, by=yang, at=now, **typed)
    case = actions.share_out(case, by=yang, at=now, agreed=[{"claim": 1, "amount": Decimal(100000)}])
    case = actions.agree(case, by=yang, at=now, **typed)
    parts = list(case.roster.values_list("agreed", flat=True))
    assert sum(parts) == case.amount_agreed == 100000
    assert {f"{part}" for part in parts} == {"8333.33", "8333.34"}


@db
def test_the_annex_lists_every_worker_with_the_sum_of_the_agreement(yang, zhao, now):
    case = group_in_mediation(yang, zhao, now, agreed=9000)
    case = actions.agree(case, by=yang, at=now, terms="一次付清", **signatures(), **plan(108000))
    sheet = sheet_of(template_of(KINDS["agreement"], case, AGREED), case, AGREED, in_full=True)
    text = repr(sheet)
    assert text.count("9000.00") == 12
    assert id_number(12) in text
    assert "108000.00" in text
    draft = repr(sheet_of(template_of(KINDS["agreement"], case, AGREED), case, AGREED))
    assert id_number(12) not in draft


@db
def test_the_roster_is_masked_paged_and_shown_in_full_for_a_reason(client, zhao, now):
    case = actions.import_roster(CaseFactory(), by=zhao, at=now, table=read([worker(n) for n in range(1, 121)]))
    client.force_login(zhao.user)
    url = reverse("disputes:cases-roster", args=[case.pk])
    page = client.get(url).content.decode()
    assert page.count('<th scope="row" class="nowrap">') == 50
    assert id_number(1) not in page
    assert "13800000001" not in page
    assert "3,600,000.00" in page
    in_full = reverse("disputes:cases-roster-reveal", args=[case.pk])
    shown = client.post(in_full, {"reason": "核对名单"}).content.decode()
    assert id_number(50) in shown
    assert id_number(51) not in shown
    assert case.events.filter(verb="reveal").count() == 1
    assert client.post(in_full, {"reason": ""}).status_code == 422


@db
def test_two_thousand_workers_do_not_make_the_page_grow(client, zhao, now):
    case = actions.import_roster(CaseFactory(), by=zhao, at=now, table=read([worker(n) for n in range(1, 40)]))
    client.force_login(zhao.user)
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as few:
            assert client.get(reverse("disputes:cases-roster", args=[case.pk])).status_code == 200
        counts.append(len(few))
        more = [
            RosterEntry(file=case, position=n, person=n, name="某", category_id="0101", claimed=1)
            for n in range(100, 2000)
        ]
        if not _round:
            RosterEntry.objects.bulk_create(more)
    assert counts[1] <= counts[0]
    assert client.get(case.get_absolute_url()).status_code == 200


@db
def test_a_minor_of_the_roster_has_no_surname(zhao, now):
    rows = read([worker(1), ["李小测", id_number(2, "20080901"), "", "", 1, ""]])
    case = actions.import_roster(CaseFactory(), by=zhao, at=now, table=rows)
    assert [entry.label for entry in case.roster.all()] == ["杨某某", "某某"]


@db
def test_nobody_outside_sees_a_roster(client, wang, duan, zhao, now):
    case = actions.import_roster(CaseFactory(), by=zhao, at=now, table=read([worker(1)]))
    client.force_login(wang.user)
    for name in ("cases-roster", "cases-roster-reveal"):
        assert client.get(reverse(f"disputes:{name}", args=[case.pk])).status_code == 404
    client.force_login(duan.user)
    assert client.get(reverse("disputes:cases-roster", args=[case.pk])).status_code == 200
    assert client.get(reverse("disputes:cases-roster-reveal", args=[case.pk])).status_code == 403


@db
def test_systems_hand_in_a_roster_as_a_file(client, zhao):
    case = CaseFactory()
    client.force_login(zhao.user)
    url = f"/api/v1/cases/{case.pk}/import_roster/"
    answer = client.post(url, {"table": upload([worker(n) for n in range(1, 11)])})
    assert (answer.status_code, answer.json()["is_group"]) == (200, True)
    bad = client.post(url, {"table": upload([worker(1, "x")])})
    assert bad.status_code == 400
    assert "第 2 行" in bad.json()["errors"]["table"][0]
    assert client.post(url, {"table": "x"}, content_type="application/json").status_code == 400
    rows = client.get(f"/api/v1/cases/{case.pk}/roster/").json()
    assert (len(rows["results"]), rows["results"][0]["position"]) == (10, 1)
    assert id_number(1) not in str(rows)


@db
def test_a_gathering_is_pointed_out_from_ten_workers_on(client, zhao):
    client.force_login(zhao.user)
    for count, there in ((9, False), (10, True)):
        page = client.get(CaseFactory(worker_count=count).get_absolute_url()).content.decode()
        assert ("群体性事件" in page) is there


@db
@pytest.mark.parametrize(
    ("left", "mark", "aid"),
    [(61, "", False), (60, "剩 60 天", False), (7, "剩 7 天", False), (6, "剩 6 天", True)],
)
def test_the_end_of_limitation_is_warned_of_in_lists_on_the_page_and_on_the_desk(client, zhao, left, mark, aid):
    today = timezone.localdate()
    case = CaseFactory()
    DisputeCase.objects.filter(pk=case.pk).update(limitation_expires_on=today + timedelta(days=left))
    client.force_login(zhao.user)
    page, rows, desk = (client.get(url).content.decode() for url in (case.get_absolute_url(), "/cases/", "/"))
    assert ((mark or "仲裁时效还剩") in page, (mark or "仲裁时效还剩") in rows) == (bool(mark), bool(mark))
    assert ("先行提供法律援助" in page) is aid
    assert ("show=limitation" in desk) is bool(mark)
    listed = client.get("/cases/?show=limitation").content.decode()
    assert (case.get_absolute_url() in listed) is bool(mark)
