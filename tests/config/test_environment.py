"""What is missing is named, and the broker's address reads the same everywhere."""

import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from secrets import token_bytes, token_urlsafe

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import broker_url, needed
from config.services.places import ROOT


@pytest.mark.parametrize("name", ["SECRET_KEY", "FIELD_KEYS", "DATABASE_URL", "REDIS_URL"])
def test_a_needed_value_is_named_when_it_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "")
    with pytest.raises(ImproperlyConfigured, match=name):
        needed("SECRET_KEY", "FIELD_KEYS", "DATABASE_URL", "REDIS_URL")


def test_a_command_without_configuration_stops_with_one_sentence(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "HEYI_DATA": str(tmp_path), "NO_BOOTSTRAP": "1"}
    command = [sys.executable, "manage.py", "migrate"]
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


KEY = b64encode(bytes(32)).decode()
REAL = {
    "SECRET_KEY": "x" * 60,
    "FIELD_KEYS": KEY,
    "DATABASE_URL": "postgres://heyi:unused@localhost/heyi",
    "REDIS_URL": "redis://localhost:6379/0",
    "ALLOWED_HOSTS": "heyi.example.org",
    "EMAIL_URL": "smtp://localhost",
    "NO_BOOTSTRAP": "1",
}
WRONG = [
    ("ALLOWED_HOSTS", ""),
    ("EMAIL_URL", ""),
    ("EMAIL_URL", "pigeon://post"),
    ("FIELD_KEYS", "short"),
    ("DATABASE_URL", "mysql://heyi:s3cret@localhost/heyi"),
    ("REDIS_URL", "s3cret"),
    ("LINE_STREAMS", "many"),
    ("DELIVERY_NETWORKS", "somewhere"),
    ("FIELD_CIPHER", "rot13"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_value_with_which_no_work_can_be_done_stops_the_start_and_is_named(
    name: str, value: str, tmp_path: Path
) -> None:
    env = {**REAL, "PATH": os.environ["PATH"], "HEYI_DATA": str(tmp_path), name: value}
    words = "import django; django.setup()"
    env["DJANGO_SETTINGS_MODULE"] = "config.settings"
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    said = done.stderr.splitlines()[-1]
    assert name in said
    assert "s3cret" not in done.stderr


@pytest.mark.parametrize(("given", "printed"), [("", "http://127.0.0.1:8123"), ("https://heyi.example", None)])
def test_papers_and_mails_name_the_port_the_system_was_started_on(tmp_path: Path, given: str, printed: str) -> None:
    """Unless the environment names the address people reach it under."""
    words = ["up", "--port", "8123", "--no-demo", "--data-dir", str(tmp_path / "data")]
    script = (
        "import os, sys; from config.services.local import environment\n"
        "with environment(sys.argv): print(os.environ['PUBLIC_URL'])"
    )
    bare = {"PATH": os.environ["PATH"], **({"PUBLIC_URL": given} if given else {})}
    command = [sys.executable, "-c", script, *words]
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == (printed or given), done.stderr


@pytest.mark.parametrize(
    ("given", "celery"),
    [
        ("redis://:secret@host:6379/2", "redis://:secret@host:6379/2"),
        ("unix:///run/broker.sock?db=3", "redis+socket:///run/broker.sock?virtual_host=3"),
        ("unix:///run/broker.sock", "redis+socket:///run/broker.sock?virtual_host=0"),
    ],
)
def test_the_broker_is_spelled_as_celery_wants_it(given: str, celery: str) -> None:
    assert broker_url(given) == celery


def test_a_production_environment_passes_the_checks_for_deployment(tmp_path: Path) -> None:
    production = {
        "PATH": os.environ["PATH"],
        "HEYI_DATA": str(tmp_path),
        "NO_BOOTSTRAP": "1",
        "SECRET_KEY": token_urlsafe(64),
        "FIELD_KEYS": b64encode(token_bytes(32)).decode(),
        "DATABASE_URL": "postgres://heyi:unused@localhost/heyi",
        "REDIS_URL": "redis://localhost:6379/0",
        "ALLOWED_HOSTS": "heyi.example.org",
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=ROOT, env=production, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
