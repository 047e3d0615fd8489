"""The file of a matter in its order, and the recommendation that takes it along to the authority."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casework.attachments import keep
from casework.errors import Refused
from referrals.actions.recommendation import refer_recommendation
from referrals.models import Referral
from supervision import actions
from supervision.dossier.contents import contents_of
from tests.factories import supervision as made
from tests.supervision.test_pages import PDF

AT = made.noon("2024-09-02")
D = dt.date


def scan(name: str):
    """A paper whose bytes are on the disk."""
    return [(name, keep(SimpleUploadedFile(name, PDF, "application/pdf")))]


@pytest.fixture
def recommendation(su, mu, li, monkeypatch):
    """The whole chain: letter unanswered, opinion refused, recommendation signed. Every paper is on the disk."""
    monkeypatch.setattr(made, "paper", lambda name="盖章.pdf": scan(name))
    matter = made.matter(su, AT, workers_affected=12)
    actions.attach(matter, papers=scan("投诉材料.pdf"), by=su, at=AT)
    letter = actions.dispatch(made.approved(su, AT, mu, of=matter), by=li, at=AT)
    served = {"served_on": D(2024, 9, 2), "method": "direct", "received_by": "前台"}
    letter = actions.record_service(letter, by=li, at=AT, papers=scan("提示函回证.pdf"), **served)
    letter = actions.escalate(letter, by=su, at=made.noon("2024-09-19"))
    made.investigated(matter, su, AT, D(2024, 9, 10))
    later = made.noon("2024-09-20")
    opinion = actions.dispatch(made.approved(su, later, mu, of=matter, kind="opinion"), by=li, at=later)
    served = {**served, "served_on": D(2024, 9, 20)}
    opinion = actions.record_service(opinion, by=li, at=later, papers=scan("意见书回证.pdf"), **served)
    said = {"replied_on": D(2024, 10, 15), "stance": "refused", "summary": "拒绝", "papers": scan("回复.pdf")}
    opinion = actions.reply(opinion, by=li, at=made.noon("2024-10-15"), **said)
    last = made.noon("2024-10-16")
    actions.reject_reply(opinion, by=su, at=last, fate="refused", reason="拒绝整改")
    return made.approved(su, last, mu, of=matter, kind="recommendation")


CONTENT = {"subject": "建议书", "facts": "拖欠报酬", "request": "依法查处", "legal_ground": "statutory_duty"}


def test_the_papers_stand_in_the_order_of_the_file(recommendation):
    listed = [(e.place_label, e.paper.title) for e in contents_of(recommendation.matter)]
    kept = [pair for pair in listed if pair[0] != "盖章文书"]
    assert kept == [
        ("来源、调查和证据", "投诉材料.pdf"),
        ("送达证明", "提示函回证.pdf"),
        ("送达证明", "意见书回证.pdf"),
        ("回复", "回复.pdf"),
    ]
    numbers = [e.number for e in contents_of(recommendation.matter)]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers)


def test_the_whole_file_is_one_archive_that_leaves_an_event(client, recommendation, su, zhao, wang):
    matter = recommendation.matter
    page, url = (reverse(f"supervision:matters-{name}", args=[matter.pk]) for name in ("dossier", "dossier-zip"))
    client.force_login(zhao.user)
    assert client.get(page).status_code == 200
    assert client.post(url).status_code == 403
    client.force_login(wang.user)
    assert client.get(page).status_code == 404
    client.force_login(su.user)
    first, second = (b"".join(client.post(url).streaming_content) for _n in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert archive.read(names[0]).startswith(b"%PDF")
    assert names[:3] == ["00-01 cover.pdf", "index.csv", "SHA256SUMS"]
    assert "01-01 投诉材料.pdf" in names
    assert matter.events.filter(verb="take_out").count() == 2


def test_the_recommendation_takes_the_chain_along_and_the_procuratorate_gets_a_copy(recommendation, li):
    found = refer_recommendation(by=li, at=AT, document=recommendation, copy_to_procuratorate=True, **CONTENT)
    assert (found.kind_id, found.authority, found.state) == ("inspection", recommendation.authority, "draft")
    assert found.authority.region_id == recommendation.org.region_id
    titles = [paper.title for paper in found.attachments.all()]
    assert titles == [f"{e.number} {e.paper.title}" for e in contents_of(recommendation.matter)]
    copy = Referral.objects.get(kind="procuratorial_lead")
    assert (copy.authority.kind, copy.attachments.count()) == ("procuratorate", len(titles))
    with pytest.raises(Refused):
        refer_recommendation(by=li, at=AT, document=recommendation, **CONTENT)


def test_nothing_but_a_signed_recommendation_is_laid_before_an_authority(su, mu, li):
    with pytest.raises(Refused):
        refer_recommendation(by=li, at=AT, document=made.approved(su, AT, mu), **CONTENT)
    matter = made.matter(su, AT, employer=made.employer("另一公司"))
    draft = made.draft(su, AT, of=matter, kind="recommendation", waiver_reason="情节严重")
    with pytest.raises(Refused):
        refer_recommendation(by=li, at=AT, document=draft, **CONTENT)


def test_the_page_has_everything_filled_in(client, recommendation, li, su, wang):
    client.force_login(li.user)
    assert "将建议书移送主管部门" in client.get(recommendation.get_absolute_url()).content.decode()
    url = reverse("referrals:referrals-recommend", args=[recommendation.pk])
    page = client.get(url).content.decode()
    assert recommendation.number in page
    assert "意见书回证.pdf" in page
    assert "checked" in page  # twelve workers: the procuratorate is proposed
    assert client.post(url, {**CONTENT, "document": recommendation.pk}).status_code == 302
    client.force_login(wang.user)
    assert client.get(url).status_code == 404
