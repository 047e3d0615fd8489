"""A paper that is refused takes nothing typed with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.factories.supervision import approved
from tests.union_by_api import PDF

pytestmark = pytest.mark.django_db
RECEIVER = "门卫室值班员测试"


@pytest.fixture
def dispatched(su, mu, li, now):
    from supervision import actions

    return actions.dispatch(approved(su, now, mu), by=li, at=now, dispatched_on=timezone.localdate(now))


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("回证.pdf", b"MZ\x90\x00" + b"\0" * 400, 422),
        ("回证.pdf", PDF + b"\0" * (21 * 1024 * 1024), 422),
        ("回证.exe", b"MZ\x90\x00" + b"\0" * 400, 422),
        ("回证.pdf", PDF, 302),
    ],
    ids=["an executable named pdf", "21 MB", "an executable", "a good paper"],
)
def test_what_was_typed_comes_back_with_the_reason(client, li, dispatched, name, content, status):
    client.force_login(li.user)
    typed = {"served_on": f"{timezone.localdate():%Y-%m-%d}", "method": "direct", "received_by": RECEIVER}
    answer = client.post(dispatched.step_url("record_service"), {**typed, "papers": SimpleUploadedFile(name, content)})
    assert answer.status_code == status
    dispatched.refresh_from_db()
    if status == 302:
        assert dispatched.state == "awaiting_reply"
    else:
        assert RECEIVER in answer.content.decode()
        assert dispatched.state == "dispatched"
