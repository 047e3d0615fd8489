"""Loaded by pytest before Django's settings: gives every parallel worker a broker database of its own."""

import os


def own_broker_database() -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker:
        address = os.environ["REDIS_URL"].partition("?")[0]
        os.environ["REDIS_URL"] = f"{address}?db={int(worker.removeprefix('gw')) + 1}"


own_broker_database()
