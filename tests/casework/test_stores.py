"""Papers in a bucket: private, whole, handed out by our own views, and the environment that names it."""

import hashlib
import io
import re
import zipfile

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.urls import reverse

from casework import bucket as waits
from casework.attachments import keep_made, stored
from casework.errors import StoreAway
from casework.loose import take_away
from casework.packing import packed
from config.environment import request_limits
from config.papers import paper_store
from disputes import actions
from disputes.dossier.contents import contents_of
from tests.casework.bucket_server import bucket
from tests.factories.disputes import CaseFactory

PDF = b"%PDF-1.7\n<< /Type /Pages /Count 3 >>"
NAME = hashlib.sha256(PDF).hexdigest()
PATH = f"/papers/heyi/{NAME[:2]}/{NAME[2:4]}/{NAME}"
KEYS = {"MEDIA_STORE_KEY": "key", "MEDIA_STORE_SECRET": "s3cret"}


@pytest.fixture
def store(settings):
    with bucket() as server:
        address = f"s3://papers/heyi?endpoint=http://127.0.0.1:{server.server_port}"
        settings.STORAGES = {**settings.STORAGES, "default": paper_store({"MEDIA_STORE": address, **KEYS})}
        yield server


def with_paper(officer, now):
    case = CaseFactory("accepted")
    actions.attach(case, papers=[("证据.pdf", keep_made(PDF, "a.pdf"))], by=officer, at=now, place="evidence")
    return case, case.attachments.get(title="证据.pdf")


def test_a_paper_is_written_once_and_comes_back_whole(store, db):
    first, second = keep_made(PDF, "a.pdf"), keep_made(PDF, "b.pdf")
    assert (first, first.pages) == (second, 3)
    assert store.papers == {PATH: PDF}
    assert [method for method, _path in store.asked] == ["HEAD", "PUT", "HEAD"]
    assert stored(NAME).read_bytes() == PDF


def test_half_a_paper_is_written_again(store, db):
    store.papers[PATH] = PDF[:3]
    keep_made(PDF, "a.pdf")
    assert store.papers[PATH] == PDF


def test_a_paper_is_handed_out_by_our_own_view_and_only_in_scope(store, client, zhao, wang, now):
    _case, paper = with_paper(zhao, now)
    client.force_login(zhao.user)
    answer = client.get(paper.get_absolute_url())
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, PDF)
    assert answer["Content-Length"] == str(len(PDF))
    client.force_login(wang.user)
    asked = len(store.asked)
    assert client.get(paper.get_absolute_url()).status_code == 404
    assert len(store.asked) == asked


def test_no_paper_has_an_address_of_its_own(store):
    for name in ("a", None):
        with pytest.raises(TypeError, match="no address"):
            default_storage.url(name)


def test_what_is_destroyed_is_gone_from_the_bucket(store, db):
    keep_made(PDF, "a.pdf")
    assert take_away(NAME)
    assert not store.papers
    assert not stored(NAME).exists()
    with pytest.raises(FileNotFoundError):
        stored(NAME).open()


def test_a_store_that_is_away_or_refuses_is_503_and_nothing_is_kept_by_half(store, client, zhao, now, settings):
    case, paper = with_paper(zhao, now)
    client.force_login(zhao.user)
    wrong = paper_store({"MEDIA_STORE": f"s3://papers?endpoint=http://127.0.0.1:{store.server_port}", **KEYS})
    wrong["OPTIONS"]["access_key"] = "another"
    settings.STORAGES = {**settings.STORAGES, "default": wrong}
    client.raise_request_exception = False
    answer = client.get(paper.get_absolute_url())
    assert (answer.status_code, bool(answer["Retry-After"])) == (503, True)
    with pytest.raises(StoreAway):
        keep_made(b"another text", "b.txt")
    assert case.attachments.count() == 1


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"MEDIA_STORE": "s3://papers"}, "MEDIA_STORE_KEY, MEDIA_STORE_SECRET"),
        ({"MEDIA_STORE": "s3://papers", "MEDIA_STORE_KEY": "key"}, "MEDIA_STORE_SECRET"),
        ({"MEDIA_STORE_KEY": "key"}, "without MEDIA_STORE"),
        ({"MEDIA_STORE": "s3://papers", "MEDIA_ROOT": "/data", **KEYS}, "MEDIA_ROOT and MEDIA_STORE"),
        ({"MEDIA_STORE": "https://papers", **KEYS}, "MEDIA_STORE must be"),
        ({"MEDIA_STORE": "s3://", **KEYS}, "MEDIA_STORE must be"),
        ({"MEDIA_STORE": "s3://key:s3cret@papers", **KEYS}, "MEDIA_STORE must be"),
        ({"MEDIA_STORE": "s3://papers?endpoint=host", **KEYS}, "MEDIA_STORE must be"),
        ({"MEDIA_STORE": "s3://papers?acl=public-read", **KEYS}, "MEDIA_STORE must be"),
    ],
)
def test_a_store_given_by_half_is_refused_by_name(given, named):
    with pytest.raises(ImproperlyConfigured, match=named) as refused:
        paper_store(given)
    assert "s3cret" not in str(refused.value)


def test_without_a_store_papers_lie_in_a_folder_and_with_one_the_keys_come_from_the_environment():
    assert paper_store({})["BACKEND"] == "casework.stores.FolderStore"
    found = paper_store({"MEDIA_STORE": "s3://papers/heyi?endpoint=https://minio.example&region=yn", **KEYS})
    assert found["OPTIONS"] == {
        "bucket_name": "papers",
        "location": "heyi",
        "endpoint_url": "https://minio.example",
        "region_name": "yn",
        "addressing": "path",
        "access_key": "key",
        "secret_key": "s3cret",
    }


def test_the_whole_file_is_packed_from_the_bucket(store, zhao, now):
    case, _paper = with_paper(zhao, now)
    found = zipfile.ZipFile(io.BytesIO(b"".join(packed(b"cover", contents_of(case)))))
    assert PDF in [found.read(name) for name in found.namelist()]


def test_a_store_that_fails_in_the_middle_of_a_case_file_is_an_error_and_no_torn_zip(store, client, zhao, now):
    case, _paper = with_paper(zhao, now)
    client.force_login(zhao.user)
    client.raise_request_exception = False
    address = reverse("disputes:cases-dossier-zip", args=[case.pk])
    store.fails_on = ("GET", PATH)  # it is there when it is asked for, and away when it is read
    answer = client.post(address)
    assert (answer.status_code, bool(answer["Retry-After"])) == (503, True)
    assert not case.events.filter(verb="take_out").exists()
    store.fails_on = None
    answer = client.post(address)
    whole = b"".join(answer.streaming_content)
    assert (answer.status_code, int(answer["Content-Length"])) == (200, len(whole))
    assert zipfile.ZipFile(io.BytesIO(whole)).testzip() is None
    assert case.events.filter(verb="take_out").exists()


def test_a_store_that_says_403_for_what_is_not_there_does_not_answer(store, db):
    """So it does to a key that may not list the bucket. Taken for "not there" it would make every paper seem lost."""
    store.fails_on = ("HEAD", PATH)
    with pytest.raises(StoreAway):
        keep_made(PDF, "a.pdf")
    assert not store.papers


def test_waiting_for_the_store_is_shorter_than_a_transaction_may_idle():
    longest = (waits.CONNECT_SECONDS + waits.READ_SECONDS) * waits.ATTEMPTS
    assert longest < int(re.search(r"idle_in_transaction_session_timeout=(\d+)s", request_limits({}))[1])
