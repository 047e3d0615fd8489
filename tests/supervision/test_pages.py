"""The pages: who reaches them, what they show, and that nothing typed is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from supervision import actions
from supervision.models import SupervisionDocument, SupervisionMatter
from tests.factories import supervision as made
from tests.factories.organizations import OfficerFactory

D = dt.date
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def signed_in(client, officer):
    client.force_login(officer.user)
    return client


def proof():
    return SimpleUploadedFile("回证.pdf", PDF, "application/pdf")


def step(document, verb):
    return document.step_url(verb)


def test_the_path_of_a_letter_can_be_walked_by_clicking(client, su, duan, mu, li):
    signed_in(client, su)
    answer = client.post(
        reverse("supervision:matters-new"),
        {
            "employer_name": "祥云星播传媒有限公司",
            "topic": "pay",
            "source": "complaint",
            "received_on": "2024年6月4日",
            "workers_affected": "5",
            "facts": "拖欠报酬",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    matter = SupervisionMatter.objects.get()
    assert matter.received_on == D(2024, 6, 4)
    page = client.get(matter.get_absolute_url()).content.decode()
    assert "kind=reminder_letter" in page

    new = f"{reverse('supervision:documents-new')}?matter={matter.pk}&kind=reminder_letter"
    page = client.get(new).content.decode()
    assert "拖欠报酬" in page
    assert "大理白族自治州总工会、祥云县人力资源和社会保障局" in page
    typed = {"matter": matter.pk, "kind": "reminder_letter", **made.TEXTS, "contact_name": "苏"}
    answer = client.post(reverse("supervision:documents-new"), typed)
    assert answer.status_code == 302
    letter = SupervisionDocument.objects.get()
    preview = client.get(letter.get_absolute_url()).content.decode()
    assert "草稿" in preview
    assert "核清拖欠数额" in preview
    assert client.post(step(letter, "submit"), {"no_conflict": "on"}).status_code == 302

    assert client.get(step(letter, "approve")).status_code == 403
    assert client.post(step(letter, "approve"), {"approved_on": "2024-06-05"}).status_code == 403

    signed_in(client, duan)
    assert client.post(step(letter, "endorse")).status_code == 302
    signed_in(client, mu)
    assert client.post(step(letter, "approve"), {"approved_on": "2024-06-05"}).status_code == 302
    letter.refresh_from_db()
    assert letter.number == "祥云工劳监提〔2024〕1号"
    page = client.get(letter.get_absolute_url()).content.decode()
    assert "2024年6月5日" in page
    assert f"/documents/{letter.pk}/letter/1.png" in page

    signed_in(client, li)
    assert client.post(step(letter, "seal")).status_code == 302
    sent = {"method": "direct", "dispatched_on": "2024-06-06"}
    assert client.post(step(letter, "dispatch"), sent).status_code == 302
    arrived = {"served_on": "2024-06-06", "method": "direct", "received_by": "王门卫"}
    refused = client.post(step(letter, "record_service"), arrived)
    assert refused.status_code == 422
    assert "王门卫" in refused.content.decode()
    assert client.post(step(letter, "record_service"), {**arrived, "papers": [proof()]}).status_code == 302
    letter.refresh_from_db()
    assert letter.due_on == D(2024, 6, 21)
    page = client.get(letter.get_absolute_url()).content.decode()
    assert "王某" in page
    assert "王门卫" not in page
    answered = {"replied_on": "2024-06-20", "stance": "promised", "summary": "分两期支付", "papers": [proof()]}
    assert client.post(step(letter, "reply"), answered).status_code == 302

    signed_in(client, su)
    assert client.post(step(letter, "accept_reply"), {"rectify_by": "2024-07-02"}).status_code == 302
    seen = {
        "verified_on": "2024-07-03",
        "findings": "已付清",
        "papers": [proof()],
        "recoveries-0-kind": "wages",
        "recoveries-0-amount": "46,300元",
        "recoveries-0-person_count": "5",
        "recoveries-0-paid_on": "2024-07-02",
    }
    assert client.post(step(letter, "verify"), seen).status_code == 302
    letter.refresh_from_db()
    assert (letter.state, letter.matter.state) == ("closed", "closed")
    assert letter.recoveries.get().amount == 46300
    page = client.get(letter.get_absolute_url()).content.decode()
    assert "46,300.00" in page


def test_a_missing_value_is_marked_red_and_keeps_the_draft_from_review(client, su):
    letter = made.draft(su, made.noon("2024-06-05"), addressee_address="", demands="")
    page = signed_in(client, su).get(letter.get_absolute_url()).content.decode()
    assert "letter-missing" in page
    assert "送达地址" in page
    answer = client.post(step(letter, "submit"), {"no_conflict": "on"})
    assert answer.status_code == 409
    assert "尚缺" in answer.content.decode()


def test_escalating_too_early_is_refused_with_the_first_possible_day(client, su, mu, li, now):
    today = timezone.localdate()
    letter = made.awaiting(su, now, signatory=mu, liaison=li, served_on=today)
    answer = signed_in(client, su).post(step(letter, "escalate"), {"note": "未见回复"})
    assert answer.status_code == 409
    words = answer.content.decode()
    assert (letter.due_on + dt.timedelta(days=1)).isoformat() in words
    assert "不得提前" in words


@pytest.mark.parametrize("name", ["documents", "matters"])
@pytest.mark.parametrize(
    "duty",
    [
        "supervisor",
        "committee_director",
        "signatory",
        "liaison",
        "case_officer",
        "statistician",
        "archivist",
        "duty_leader",
    ],
)
def test_the_lists_open_for_everybody_who_reads_documents(client, su, duty, name):
    made.draft(su, made.noon("2024-06-05"))
    officer = OfficerFactory(duty=duty, user__username=f"reader.{duty}")
    answer = signed_in(client, officer).get(reverse(f"supervision:{name}"))
    assert answer.status_code == 200
    assert ("提示函" in answer.content.decode()) or name == "matters"


@pytest.mark.parametrize("who", ["yang", "ma", "shen", "tan", "hr_officer"])
def test_nobody_else_learns_of_documents(client, request, su, who):
    letter = made.draft(su, made.noon("2024-06-05"))
    signed_in(client, request.getfixturevalue(who))
    for url in (letter.get_absolute_url(), letter.matter.get_absolute_url(), letter.step_url("submit")):
        assert client.get(url).status_code == 404
    assert client.get(reverse("supervision:documents")).status_code == 403


def test_the_neighbouring_county_finds_nothing(client, wang, su):
    letter = made.draft(su, made.noon("2024-06-05"))
    signed_in(client, wang)
    assert client.get(letter.get_absolute_url()).status_code == 404
    assert client.get(reverse("supervision:documents-letter", args=[letter.pk])).status_code == 404
    assert "临翔星播" not in client.get(reverse("supervision:documents")).content.decode()


def test_every_column_shows_its_own_documents(client, su, duan, mu, li, now):
    at = made.noon("2024-06-05")
    draft = made.draft(su, at)
    reviewed = actions.endorse(made.submitted(su, at), by=duan, at=at)
    overdue = made.awaiting(su, at, signatory=mu, liaison=li, served_on=D(2024, 6, 6))
    signed_in(client, su)
    for column, document in (("drafting", draft), ("signature", reviewed), ("escalate", overdue)):
        page = client.get(reverse("supervision:documents"), {"column": column})
        assert [row.pk for row in page.context["page"]] == [document.pk], column


@pytest.mark.parametrize("name", ["documents", "matters"])
def test_a_list_costs_the_same_for_few_and_for_many_rows(client, su, name, django_assert_max_num_queries):
    def queries() -> int:
        with django_assert_max_num_queries(30) as counted:
            client.get(reverse(f"supervision:{name}"))
        return len(counted)

    at = made.noon("2024-06-05")
    signed_in(client, su)
    for _n in range(5):
        made.draft(su, at)
    client.get(reverse(f"supervision:{name}"))
    few = queries()
    for n in range(20):
        made.draft(su, at, of=made.matter(su, at, employer=made.employer(f"祥云第{n}公司")))
    assert queries() == few


def test_impossible_filters_and_pages_do_no_harm(client, su):
    signed_in(client, su)
    for query in ("column=nonsense", "kind=nonsense&state=1", "addressee=%00", "cursor=x", "employer=" + "长" * 200):
        for name in ("documents", "matters"):
            assert client.get(f"{reverse(f'supervision:{name}')}?{query}").status_code in {200, 400, 404}
    for query in ("matter=", "matter=0", "matter=999999999999999999999", "matter=1&kind=nonsense"):
        assert client.get(f"{reverse('supervision:documents-new')}?{query}").status_code == 404
    assert client.get(f"{reverse('supervision:matters-new')}?case=999999").status_code == 404
