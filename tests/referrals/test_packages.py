"""Packages for offices without a network: there and back with the same receipts, and nothing that was tampered with."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.attachments import keep_made
from casework.errors import Refused
from referrals import actions
from referrals.actions import deliver_at_once
from referrals.conservation import balance
from referrals.models import AuthorityReach, ImportedPackage, Referral
from referrals.packages import office, sealed
from referrals.packages.outgoing import package_of
from referrals.packages.receipts import import_receipts
from tests.factories.referrals import brought_to, make_referral

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
KEY, OTHER = "k" * 64, "o" * 64


@pytest.fixture
def carried(case, now, li, settings, tmp_path):
    """A referral whose package was carried to the HR office, with one paper."""
    settings.MEDIA_ROOT = tmp_path
    referral = make_referral(case, at=now, papers=[("申请书.pdf", keep_made(PDF, "a.pdf"))])
    AuthorityReach.objects.create(authority=referral.authority, channel="package", package_key=KEY)
    words = {name: getattr(referral, name) for name in ("subject", "facts", "request")}
    referral = actions.edit(referral, by=li, at=now, **words)
    referral = deliver_at_once(brought_to(referral, "queued", at=now), at=now)
    slip = [("回证.pdf", keep_made(PDF + b"%slip\n", "b.pdf"))]
    day = timezone.localdate(now)
    later = now + timedelta(minutes=5)
    return actions.hand_over(referral, by=li, at=later, handed_on=day, papers=slip, received_by="收发室")


def day() -> str:
    return timezone.localdate().isoformat()


def test_the_tool_of_the_office_opens_the_package_and_writes_the_receipts(carried, li, now, tmp_path):
    content, paper = package_of(carried.deliveries.get()), tmp_path / "书.pdf"
    paper.write_bytes(PDF)
    (tmp_path / "key").write_text(KEY)
    (tmp_path / "in.zip").write_bytes(content)
    (tmp_path / "acts.json").write_bytes(sealed.as_json(way()))
    key = ["--key-file", str(tmp_path / "key")]
    office.main(["open", str(tmp_path / "in.zip"), str(tmp_path / "out"), *key])
    assert (tmp_path / "out" / "papers" / "01.pdf").read_bytes() == PDF
    files = [str(tmp_path / name) for name in ("in.zip", "acts.json", "back.zip")]
    office.main(["answer", *files, *key, "--paper", str(paper)])
    import_receipts(by=li, at=now, content=(tmp_path / "back.zip").read_bytes())
    carried.refresh_from_db()
    assert carried.state == "completed"


def receipts(referral, acts, *, key=KEY, answers=None, files=None, package_id=None, **about):
    """What an office makes: with nothing but the standard library."""
    head = {"kind": "receipts", "id": str(package_id or uuid.uuid4()), "number": referral.number, **about}
    head["answers"] = str(answers or referral.deliveries.get().message_id)
    return sealed.pack(head, {"receipts.json": sealed.as_json(acts), **(files or {})}, key)


def way() -> list[dict]:
    paper = {"file": "papers/01.pdf", "title": "调解书.pdf"}
    return [
        {"act": "acknowledge", "acked_on": day()},
        {"act": "accept", "decided_on": day(), "external_no": "祥人社〔2026〕9号"},
        {"act": "complete", "result": "agreed", "result_on": day(), "result_text": "已达成协议", "papers": [paper]},
    ]


def test_a_carried_referral_waits_for_its_carrier_and_counts_as_parked(case, now):
    referral = make_referral(case)
    AuthorityReach.objects.create(authority=referral.authority, channel="package", package_key=KEY)
    referral = make_referral(case, "queued")
    referral = deliver_at_once(referral, at=now)
    assert (referral.state, referral.channel) == ("queued", "package")
    assert balance().parked == 1
    assert balance().holds
    assert referral.deliveries.get().tries.get().outcome == "ready"


def test_the_package_holds_what_was_shared_and_is_the_same_whenever_it_is_made(carried):
    delivery = carried.deliveries.get()
    content = package_of(delivery)
    assert content == package_of(delivery)
    package = sealed.unpack(content, KEY)
    assert sorted(package.files) == ["letter.pdf", "papers/01.pdf", "referral.json"]
    assert package.files["papers/01.pdf"] == PDF
    assert package.manifest["number"] == carried.number
    assert "杨小明" not in package.files["referral.json"].decode()


def test_there_and_back_gives_the_same_receipts_as_the_desk(carried, li, now):
    row = import_receipts(by=li, at=now, content=receipts(carried, way(), files={"papers/01.pdf": PDF}))
    carried.refresh_from_db()
    assert (carried.state, carried.result, carried.external_no) == ("completed", "agreed", "祥人社〔2026〕9号")
    assert [str(d.met_on) for d in carried.deadlines.of_rule("referral.ack")] == [day()]
    assert "调解书.pdf" in carried.attachments.values_list("title", flat=True)
    last = carried.events.get(verb="complete")
    assert last.by.authority == carried.authority
    assert row.acts == ["acknowledge", "accept", "complete"]
    assert balance().holds


def test_a_package_is_taken_in_once(carried, li, now):
    content = receipts(carried, way()[:1])
    import_receipts(by=li, at=now, content=content)
    with pytest.raises(Refused):
        import_receipts(by=li, at=now, content=content)
    assert ImportedPackage.objects.count() == 1
    assert carried.events.filter(verb="acknowledge").count() == 1


def test_one_bad_act_leaves_nothing_of_the_package(carried, li, now):
    acts = [*way()[:2], {"act": "complete", "result": "no such", "result_on": day()}]
    with pytest.raises(Refused):
        import_receipts(by=li, at=now, content=receipts(carried, acts))
    carried.refresh_from_db()
    assert carried.state == "sent"
    assert not ImportedPackage.objects.exists()


def rewritten(content: bytes, name: str, body: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, body if entry.filename == name else old.read(entry))
    return made.getvalue()


def with_more(content: bytes, name: str, body: bytes) -> bytes:
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return made.getvalue()


def resealed(content: bytes, **changes) -> bytes:
    """A manifest that lies, under the right key."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        manifest = {**json.loads(old.read("manifest.json")), **changes}
    raw = sealed.as_json(manifest)
    return rewritten(rewritten(content, "manifest.json", raw), "manifest.sig", sealed.seal(raw, KEY).encode())


LIES = {
    "no archive": lambda made: b"not a zip",
    "cut off": lambda made: made[: len(made) // 2],
    "another act in it": lambda made: rewritten(made, "receipts.json", b'[{"act": "complete"}]'),
    "manifest changed": lambda made: rewritten(made, "manifest.json", b'{"format": "heyi-package/1", "files": []}'),
    "a file nobody sealed": lambda made: with_more(made, "papers/09.pdf", PDF),
    "a name that leads out": lambda made: resealed(made, files=[{"name": "../x", "size": 1, "sha256": ""}]),
    "a size that lies": lambda made: resealed(made, files=[{"name": "receipts.json", "size": 1, "sha256": ""}]),
    "a negative size": lambda made: resealed(made, files=[{"name": "receipts.json", "size": -1, "sha256": ""}]),
    "a hash that lies": lambda made: resealed(made, files=[{"name": "receipts.json", "size": 9, "sha256": "0"}]),
    "another format": lambda made: resealed(made, format="heyi-package/9"),
    "no files": lambda made: resealed(made, files=None),
    "a bomb": lambda made: with_more(made, "papers/09.pdf", b"\0" * (101 * 1024 * 1024)),
    "too many files": lambda made: with_all(made),
    "the same name twice": lambda made: with_more(made, "receipts.json", b"[]"),
    "no package of receipts": lambda made: resealed(made, kind="referral"),
    "answers nothing": lambda made: resealed(made, answers=str(uuid.uuid4())),
    "no number": lambda made: resealed(made, id="7"),
}


def with_all(made: bytes) -> bytes:
    for n in range(3):
        made = with_more(made, f"papers/{n:02}.pdf", b"")
    archive = io.BytesIO(made)
    with zipfile.ZipFile(archive, "a") as zipped:
        for n in range(300):
            zipped.writestr(f"x{n}", b"")
    return archive.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("lie", LIES)
def test_what_was_tampered_with_is_refused_whole(carried, li, now, lie):
    content = LIES[lie](receipts(carried, way()[:1]))
    with pytest.raises(Refused):
        import_receipts(by=li, at=now, content=content)
    carried.refresh_from_db()
    assert carried.state == "sent"
    assert not ImportedPackage.objects.exists()


BAD_ACTS = [[], {}, "x", [1], [{"act": "recall"}], [{"act": "acknowledge"}] * 21, [{"act": ["acknowledge"]}]]


@pytest.mark.parametrize(
    "acts", [*BAD_ACTS, [{"act": "ask", "text": ["x"]}], [{"act": "complete", "papers": 1}]], ids=str
)
def test_what_no_office_may_say_is_refused(carried, li, now, acts):
    with pytest.raises(Refused):
        import_receipts(by=li, at=now, content=receipts(carried, acts))


def test_a_foreign_key_and_a_foreign_union_are_refused(carried, li, wang, now):
    from tests.conftest import member

    with pytest.raises(Refused):
        import_receipts(by=li, at=now, content=receipts(carried, way()[:1], key=OTHER))
    neighbour = member("liaison", "neighbour", region="532924")
    with pytest.raises(Refused):
        import_receipts(by=neighbour, at=now, content=receipts(carried, way()[:1]))
    AuthorityReach.objects.update(package_key="")
    with pytest.raises(Refused):
        import_receipts(by=li, at=now, content=receipts(carried, way()[:1], key=""))


def test_the_pages_of_what_is_carried(client, carried, li, zhao, hr_officer, wang):
    client.force_login(li.user)
    assert client.get(f"/referrals/{carried.pk}/package.zip").content == package_of(carried.deliveries.get())
    assert client.get(f"/referrals/{carried.pk}/letter.pdf").content.startswith(b"%PDF")
    assert "收发室" in client.get(carried.get_absolute_url()).content.decode()
    upload = SimpleUploadedFile("r.zip", receipts(carried, way()[:1]))
    assert client.post("/referrals/receipts/", {"package": upload}).status_code == 302
    again = SimpleUploadedFile("r.zip", b"junk")
    assert client.post("/referrals/receipts/", {"package": again}).status_code == 409
    assert client.post("/referrals/receipts/", {}).status_code == 422
    for officer, status in ((zhao, 403), (hr_officer, 404), (wang, 404)):
        client.force_login(officer.user)
        assert client.get(f"/referrals/{carried.pk}/package.zip").status_code == status
    assert client.get("/referrals/receipts/").status_code == 403


def test_without_a_key_no_package_is_approved(case, duan, now):
    referral = make_referral(case, channel=Referral.Channel.PACKAGE)
    with pytest.raises(Refused, match="密钥"):
        actions.approve(referral, by=duan, at=now)
