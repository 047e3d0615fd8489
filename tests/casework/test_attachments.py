import hashlib
import io
import struct
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from casework import attachments, packages
from casework.attachments import inspect, keep, stored
from casework.models import Blob

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(30)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
SAMPLES = {
    "paper.pdf": (PDF, "application/pdf"),
    "PHOTO.JPG": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(30), "image/jpeg"),
    "photo.jpeg": (b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(30), "image/jpeg"),
    "screen.png": (PNG, "image/png"),
    "call.mp3": (b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(40), "audio/mpeg"),
    "raw.mp3": (b"\xff\xfb\x90\x64" + bytes(100), "audio/mpeg"),
    "call.wav": (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40), "audio/wav"),
    "clip.mp4": (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(40), "video/mp4"),
    "clip2.mp4": (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(40), "video/mp4"),
    "list.csv": ("姓名,金额\n张某某,100\n".encode("gb18030"), "text/csv"),
    "note.txt": ("\ufeff欠薪三个月\r\n".encode(), "text/plain"),
}
EXE = b"MZ\x90\x00\x03" + bytes(200)


def upload(name, content):
    return SimpleUploadedFile(name, content)


def office(main="word/document.xml", extra=(), types="<Types/>"):
    """A package with what an office document needs, and whatever else the test puts in."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr(main, "<document/>")
        for name, body in extra:
            package.writestr(name, body)
    return content.getvalue()


def relationship(kind, target):
    one = f'<Relationship Id="r1" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    return f"<Relationships>{one}</Relationships>"


def code_of(name, content):
    with pytest.raises(ValidationError) as refused:
        inspect(upload(name, content))
    return refused.value.code


@pytest.mark.parametrize("name", SAMPLES)
def test_an_admitted_kind_is_recognised(name):
    content, content_type = SAMPLES[name]
    assert inspect(upload(name, content)) == (content_type, len(content), hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(("name", "main"), [("letter.docx", "word/document.xml"), ("roster.xlsx", "xl/workbook.xml")])
def test_an_office_document_is_recognised_by_its_inside(name, main):
    assert "openxmlformats" in inspect(upload(name, office(main))).content_type
    assert code_of(name, office("ppt/presentation.xml")) == "mismatch"


@pytest.mark.parametrize(
    "name", ["run.exe", "page.html", "drawing.svg", "old.doc", "macro.docm", "archive.zip", "paper.pdf.exe", "noname"]
)
def test_other_kinds_are_refused_by_name(name):
    assert code_of(name, PDF) == "kind"


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.rpartition(".")[2].lower() not in ("csv", "txt")])
@pytest.mark.parametrize("content", [EXE, b"<html><script>alert(1)</script>", b"<svg onload='x'/>", b"plain words"])
def test_content_that_does_not_fit_the_name_is_refused(name, content):
    assert code_of(name, content) == "mismatch"


def test_a_picture_named_as_a_paper_is_refused():
    assert code_of("paper.pdf", PNG) == "mismatch"


@pytest.mark.parametrize(
    "content",
    [
        EXE,
        PNG,
        b"#!/bin/sh\nrm -rf /",
        b"  <!DOCTYPE html><p>x",
        b"a,b\n<SCRIPT>alert(1)</SCRIPT>",
        b"<svg xmlns='x'/>",
        b"one\x00two",
        "文".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["list.csv", "note.txt"])
def test_only_plain_text_passes_for_text(name, content):
    assert code_of(name, content) == "mismatch"


def test_an_empty_file_is_refused():
    assert code_of("paper.pdf", b"") == "empty"


def test_a_file_over_the_limit_is_refused(settings):
    settings.ATTACHMENT_MAX_BYTES = len(PDF)
    assert inspect(upload("paper.pdf", PDF)).size == len(PDF)
    assert code_of("paper.pdf", PDF + b" ") == "size"


@pytest.mark.parametrize(
    "extra",
    [
        [("word/vbaProject.bin", b"x")],
        [("word/VBAPROJECT.BIN", b"x")],
        [("word/embeddings/oleObject1.bin", b"x")],
        [("word/activeX/activeX1.xml", b"x")],
        [("word/_rels/settings.xml.rels", relationship("attachedTemplate", "http://example.invalid/t.dotm"))],
        [("word/_rels/document.xml.rels", relationship("image", "http://example.invalid/pixel.png"))],
        [("word/_rels/document.xml.rels", relationship("image", "x").encode("utf-16"))],
    ],
)
def test_a_document_that_does_something_when_opened_is_refused(extra):
    assert code_of("letter.docx", office(extra=extra)) == "active"


def test_a_macro_document_under_another_name_is_refused():
    types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    assert code_of("letter.docx", office(types=types)) == "active"


def test_links_to_click_are_harmless():
    extra = [("word/_rels/document.xml.rels", relationship("hyperlink", "http://example.invalid/"))]
    assert inspect(upload("letter.docx", office(extra=extra))).size


def test_a_bomb_is_refused_by_its_ratio():
    assert code_of("roster.xlsx", office("xl/workbook.xml", [("xl/a.xml", bytes(10_000_000))])) == "bomb"


def test_a_bomb_is_refused_by_its_parts(monkeypatch):
    monkeypatch.setattr(packages, "MAX_ENTRIES", 20)
    assert code_of("letter.docx", office(extra=[(f"word/{n}.xml", str(n)) for n in range(19)])) == "bomb"


def test_a_bomb_is_refused_by_its_unpacked_size(monkeypatch):
    monkeypatch.setattr(packages, "MAX_UNPACKED", 1000)
    noise = bytes(range(256)) * 4
    assert code_of("letter.docx", office(extra=[("word/media/a.png", noise)])) == "bomb"


def png(width, height):
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + bytes(30)


def jpeg(width, height):
    segment = b"\xff\xe1" + struct.pack(">H", 3000) + bytes(2998)
    return b"\xff\xd8" + segment + b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(30)


@pytest.mark.parametrize(("name", "picture"), [("a.png", png), ("a.jpg", jpeg)])
def test_a_picture_of_too_many_pixels_is_refused(name, picture):
    assert inspect(upload(name, picture(10_000, 5_000))).size
    assert code_of(name, picture(10_000, 5_001)) == "pixels"


def test_a_damaged_document_is_refused():
    assert code_of("letter.docx", office()[:-30]) == "damaged"


def test_the_limits_are_those_agreed():
    assert (packages.MAX_ENTRIES, packages.MAX_RATIO, packages.MAX_UNPACKED) == (2000, 100, 200 * 1024**2)
    assert attachments.MAX_BYTES == 20 * 1024**2


def test_the_refusal_is_in_the_officers_words():
    with pytest.raises(ValidationError) as refused:
        inspect(upload("run.exe", EXE))
    assert "pdf, jpg" in refused.value.messages[0]


@pytest.fixture
def store(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_paper_is_kept_under_its_hash(store, db):
    blob = keep(upload("../../etc/paper.pdf", PDF))
    digest = hashlib.sha256(PDF).hexdigest()
    assert (blob.sha256, blob.size, blob.content_type) == (digest, len(PDF), "application/pdf")
    assert files(store) == [store / digest[:2] / digest[2:4] / digest]
    assert stored(digest).read_bytes() == PDF


def test_the_same_paper_is_kept_once(store, db):
    assert keep(upload("paper.pdf", PDF)) == keep(upload("copy.pdf", PDF))
    assert len(files(store)) == Blob.objects.count() == 1


def test_half_a_paper_is_written_again(store, db):
    path = store / stored(hashlib.sha256(PDF).hexdigest()).name
    path.parent.mkdir(parents=True)
    path.write_bytes(PDF[:3])
    keep(upload("paper.pdf", PDF))
    assert path.read_bytes() == PDF


def test_a_refused_paper_leaves_nothing(store, db):
    with pytest.raises(ValidationError):
        keep(upload("paper.pdf", EXE))
    assert not files(store)
    assert not Blob.objects.exists()
