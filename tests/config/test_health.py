"""The probes of the container and of the load balancer."""

import pytest
from django.test import Client


def test_healthz_answers_without_login(client: Client) -> None:
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_readyz_names_every_part(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.json()["database"] == "ok"
    assert answer.json()["broker"] == "ok"
