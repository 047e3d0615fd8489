"""Wang sits in the next county. Every page and every route of the API is tried; nothing of Xiangyun is ever shown."""

import re

import pytest
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from disputes import actions
from hotline.models import CallRecord
from organizations.models import Officer
from referrals.actions.joint import open_joint
from referrals.models import ReferralKind
from reports.actions import fall_due
from reports.filings.spans import last_ended
from supervision.actions import record_partner
from supervision.models import SupervisionMatter
from tests.conftest import member
from tests.factories.disputes import CaseFactory, paper
from tests.factories.hotline import OrderFactory
from tests.factories.referrals import make_referral
from tests.factories.rosters import IncidentFactory
from tests.factories.supervision import awaiting
from tests.factories.telephony import LineCallFactory

# What only Xiangyun's files say; none of it may reach the outsider.
FOREIGN = ("杨测试", "云南测试花卉", "祥云测试建筑", "临翔星播", "13800001234", "拖欠工资联合处理", "祥云工调")
OUTSIDERS = ["case_officer", "mediator", "liaison", "system_admin"]
METHODS = ("get", "post")


def patterns(nodes, prefix=""):
    for node in nodes:
        if isinstance(node, URLPattern):
            yield node, prefix + str(node.pattern)
        elif getattr(node, "app_name", "") != "admin":
            yield from patterns(node.url_patterns, prefix + str(node.pattern))


@pytest.fixture
def files(zhao, su, mu, li, hr_officer, now):
    """One file of each kind in Xiangyun, by the name of its collection."""
    case = CaseFactory("mediating")
    paper(case)
    order = OrderFactory("in_progress")
    document = awaiting(su, now, signatory=mu, liaison=li, served_on=timezone.localdate(now))
    referral = make_referral(case, "sent")
    letter = {"issuer": referral.authority, "summary": "临翔星播整改", "served_on": timezone.localdate(now)}
    partner = record_partner(matter=document.matter, by=li, at=now, kind="interview", **letter)
    agreed = CaseFactory("performing")
    actions.open_route(agreed, by=agreed.mediator, at=now, kind="arbitration", body="大理仲裁委")
    return {
        "cases": case,
        "routes": agreed.routes.get(),
        "work-orders": order,
        "calls/line": LineCallFactory("answered", key="foreign"),
        "calls": CallRecord.objects.get(),
        "partner-documents": partner,
        "documents": document,
        "incidents": IncidentFactory(),
        "joint-matters": joint_of(case, li, now),
        "matters": SupervisionMatter.objects.get(),
        "referrals": referral,
        "inbox": referral,
        "filings": due_report(zhao.org, now),
    }


def due_report(org, now):
    return fall_due(org, "monthly", last_ended("monthly", now.date()), by=Officer.objects.system(), at=now)


def joint_of(case, liaison, at):
    seats = [{"kind": ReferralKind.objects.get(pk=kind), "request": "请办理"} for kind in ("arbitration", "legal_aid")]
    words = {"subject": "拖欠工资联合处理", "facts": "杨测试等人"}
    return open_joint(by=liaison, at=at, case=case, seats=seats, **words)


def address_of(route, files):
    """The route with the foreign file's key in it, or None where it leads to no file."""
    collection = next((name for name in files if f"{name}/" in route), None)
    if collection is None or "<" not in route:
        return None
    file = files[collection]
    papers = getattr(file, "attachments", None)
    paper_pk = (papers and papers.values_list("pk", flat=True).first()) or 1
    filled = re.sub(r"<[^>]*paper_pk>", str(paper_pk), route)
    filled = re.sub(r"<[^>]*verb>", "attach", filled)
    return "/" + re.sub(r"<[^>]*>", str(file.pk), filled)


def answered_by(node):
    """A route of the API says itself which methods it has; without one nothing of ours runs."""
    actions_of_api = getattr(node.callback, "actions", METHODS)
    return [method for method in METHODS if method in actions_of_api]


ONLY_SENT = re.compile("api/|presence/|drop/|undo/")


@pytest.mark.django_db
@pytest.mark.parametrize("duty", OUTSIDERS)
def test_every_address_of_a_foreign_file_is_as_good_as_absent(client, files, duty):
    client.force_login(member(duty, "outsider", region="532924").user)
    tried = 0
    for node, route in patterns(get_resolver().url_patterns):
        address = address_of(route, files)
        if address is None:
            continue
        for method in answered_by(node):
            answer = getattr(client, method)(address)
            allowed = {403, 404, 405} if duty == "system_admin" or method == "post" else {403, 404}
            if ONLY_SENT.search(route) and method == "get" and answer.status_code == 405:
                continue  # a step of the API, a sign of presence: only ever sent
            assert answer.status_code in allowed, (method, address, answer.status_code)
            assert not [word for word in FOREIGN if word in answer.content.decode(errors="ignore")], address
            tried += 1
    assert tried > 100


@pytest.mark.django_db
@pytest.mark.parametrize("duty", ["case_officer", "statistician"])
def test_lists_search_and_figures_never_name_a_foreign_file(client, files, duty):
    client.force_login(member(duty, "outsider", region="532924").user)
    words = ["杨测试", "云南测试花卉", "13800001234", str(files["cases"].number), str(files["documents"].number)]
    addresses = ["/" + route for _n, route in patterns(get_resolver().url_patterns) if "<" not in route]
    addresses += [f"/search/?q={word}" for word in words]
    for address in addresses:
        if address.startswith("/control") or address in {"/healthz", "/readyz", "/api/v1/schema/"}:
            continue
        answer = client.get(address)
        assert answer.status_code < 500, address
        if "/employers/" in address:
            continue
        shown = answer.content.decode(errors="ignore").replace("value=", "")
        found = [word for word in FOREIGN if word in shown and word not in address]
        assert not found, (address, found)


@pytest.mark.django_db
def test_without_signing_in_there_is_only_the_way_in(client):
    described = {"/api/v1/schema/", "/api/v1/docs/"}
    open_to_all = described | {
        "/login/",
        "/healthz",
        "/readyz",
        "/language/",
        "/progress/",
        "/request/",
        "/verify/",
        "/api/v1/token/",
    }
    signed = {"/api/v1/telephony/events/"}  # open to exchanges: a signature stands for the login
    for _node, route in patterns(get_resolver().url_patterns):
        address = "/" + re.sub(r"<[^>]*>", "1", route)
        if address in signed:
            assert client.post(address, "{}", content_type="application/json").status_code == 401
            continue
        if address in open_to_all or address.startswith("/control"):
            continue
        answer = client.get(address)
        assert answer.status_code in {302, 401, 404, 405}, (address, answer.status_code)


@pytest.mark.django_db
def test_an_authority_sees_what_was_shared_with_it_and_nothing_else(client, files, hr_officer):
    client.force_login(hr_officer.user)
    for name in ("cases", "work-orders", "calls", "documents", "matters"):
        assert client.get(files[name].get_absolute_url()).status_code == 404
        assert client.get(f"/api/v1/{name}/{files[name].pk}/").status_code == 404
        assert client.get(f"/api/v1/{name}/").json()["results"] == []
    foreign = make_referral(files["cases"], "sent", kind="legal_aid")
    assert client.get(f"/api/v1/referrals/{foreign.pk}/").status_code == 404
    assert client.get(f"/api/v1/referrals/{files['referrals'].pk}/").status_code == 200
