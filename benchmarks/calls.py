"""What the hotline costs from ten thousand to five million calls, through whole requests.

.venv/bin/python -m benchmarks.calls                       10,000 and 1,000,000 calls
.venv/bin/python -m benchmarks.calls --calls 5000000       the run before a release, about twenty minutes
.venv/bin/python -m benchmarks.calls --explain             with the plans of every statement
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from benchmarks import hotline_data as data
from benchmarks.database import fresh_database, run
from benchmarks.timing import Timing, measure

SMALL = 10_000
COUNTY, PREFECTURE, PROVINCE = "532923", "532900", "530000"
PLAIN = "django.contrib.auth.backends.ModelBackend"  # reads a person and nothing else
Job = Callable[[], Any]
fresh = count(1)


def main() -> None:
    options = read_arguments()
    with fresh_database():
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["*"]
        data.people()
        data.employers()
        results = {size: measured(size, options) for size in (options.small, options.calls)}
    report(results[options.small], results[options.calls])


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=1_000_000, help="how many calls the large run has")
    parser.add_argument("--small", type=int, default=SMALL, help="how many the run has that it is compared with")
    parser.add_argument("--times", type=int, default=30, help="how often each request is made")
    parser.add_argument("--only", default="", help="only jobs whose name contains one of these, by commas")
    parser.add_argument("--explain", action="store_true", help="print the plan of every statement that reads")
    return parser.parse_args()


def measured(size: int, options: argparse.Namespace) -> dict[str, Timing]:
    began = time.perf_counter()
    data.calls(size)
    print(f"• {size:,} calls are there ({time.perf_counter() - began:.0f} s)", flush=True)
    found = {}
    yardsticks = dict(minimal_jobs())
    for name, job in jobs():
        if any(part in name for part in options.only.split(",")):
            found[name] = measure(job, yardsticks[kind(name)], options.times)
            if options.explain and size == options.calls:
                explain(name, job)
    return found


def jobs() -> Iterator[tuple[str, Job]]:
    operator, director, statistician = signed_in(COUNTY, 1), signed_in(PREFECTURE, 6), signed_in(PROVINCE, 6)
    yield "screen-pop of a number", post(operator, "/calls/contacts/", caller_phone=data.PHONE)
    for who, client in (("county", operator), ("prefecture", director), ("province", statistician)):
        yield f"calls, {who}", get(client, "/calls/", show="all")
        yield f"calls, {who}, page 1,000", get(client, "/calls/", show="all", cursor=cursor(client))
        yield f"calls, {who}, to be answered", get(client, "/calls/", show="unanswered")
        for kind in ("inquiry", "emergency"):
            yield f"calls, {who}, {kind}", get(client, "/calls/", show="all", request_type=kind)
        for label, word in words():
            yield f"calls, {who}, employer {label}", get(client, "/calls/", show="all", employer=word)
        for show in ("open", "overdue", "callback", "all"):
            yield f"orders, {who}, {show}", get(client, "/work-orders/", show=show)
        yield f"orders, {who}, open, employer", get(client, "/work-orders/", show="open", employer=data.FREQUENT)
        for label, word in words():
            yield f"search, {who}, {label}", post(client, "/search/", q=word)
        yield f"search, {who}, number", post(client, "/search/", q=f"12351-{COUNTY}-1")
    yield "calls, county, today", get(operator, "/calls/", show="today")
    yield "calls, county, mine", get(operator, "/calls/", show="mine")
    yield "orders, case officer, to sign", get(signed_in(COUNTY, 4), "/work-orders/", show="sign")
    yield "calls, case officer", get(signed_in(COUNTY, 4), "/calls/")
    yield "desk, operator", get(operator, "/")
    yield "desk, case officer", get(signed_in(COUNTY, 4), "/")
    yield "desk, inspector", get(signed_in(COUNTY, 5), "/")
    yield "save, form", save_form(operator)
    yield "save, form, work order", save_form(operator, next_step="order", claim="要求支付工资")
    yield "save, API", save_api(operator)


def words() -> list[tuple[str, str]]:
    return [
        ("of 2, frequent", data.FREQUENT),
        ("of 2, rare", data.RARE[:2]),
        ("of 2, none", "龘靐"),
        ("of 3, frequent", data.FREQUENT + "有"),
        ("of 3, rare", data.RARE[:3]),
        ("of 4, frequent", data.FREQUENT + "有限"),
        ("of 4, rare", data.RARE),
    ]


def minimal_jobs() -> Iterator[tuple[str, Job]]:
    from hotline.models import CallRecord

    client = signed_in(COUNTY, 1, PLAIN)
    field: Any = CallRecord._meta.get_field("phone_index")
    bare = run("SELECT org_id, scope, handled_by_id, entered_by_id, category_id FROM hotline_callrecord LIMIT 1")[0]
    row = dict(zip(("org_id", "scope", "handled_by_id", "entered_by_id", "category_id"), bare, strict=True))
    yield "screen-pop", least(post(client, "/calls/contacts/", key=field.blind(data.PHONE)))
    yield "list", least(get(client, "/calls/"))
    yield "save", least(post(client, "/calls/new/", facts="三个月工资未发" * 8, **row))


def least(job: Job) -> Job:
    """The same request in an application that has nothing but a session and a signed-in person."""
    from django.test import override_settings

    middleware = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ]
    plain = {"MIDDLEWARE": middleware, "AUTHENTICATION_BACKENDS": [PLAIN]}
    return override_settings(ROOT_URLCONF="benchmarks.minimal", **plain)(job)


def signed_in(region: str, post_no: int, backend: str | None = None) -> Any:
    from django.test import Client

    from organizations.models import User

    client = Client()
    client.force_login(User.objects.get(username=f"{region}-{post_no}"), backend)
    return client


def get(client: Any, path: str, **query: str) -> Job:
    return lambda: answered(client.get(path, query), 200)


def post(client: Any, path: str, **typed: Any) -> Job:
    return lambda: answered(client.post(path, typed), 200)


def answered(response: Any, *expected: int) -> Any:
    if response.status_code not in expected:
        raise SystemExit(f"{response.request['PATH_INFO']} answered {response.status_code}: {response.content[:500]!r}")
    return response


def cursor(client: Any) -> str:
    """Where page 1,000 of this officer's calls begins, or the last one where there are fewer."""
    from base64 import b64encode
    from urllib.parse import urlencode

    from hotline.models import CallRecord
    from organizations.models import Officer

    officer = Officer.objects.filter(user=client.session["_auth_user_id"]).get()
    keys = CallRecord.objects.visible_to(officer).order_by("-pk").values_list("pk", flat=True)
    place = keys[49_950:49_951].first() or keys[max(keys.count() - 51, 0)]
    return b64encode(urlencode({"p": place}).encode()).decode()


def said(**changes: str) -> dict[str, str]:
    return {
        "request_type": "complaint" if changes.get("next_step") == "order" else "inquiry",
        "category": "0101",
        "region": COUNTY,
        "workers_affected": "1",
        "facts": "询问加班费如何计算" * 8,
        "employer_name": "祥云昌盛建筑有限公司",
        "caller_phone": "13500000001",
        "caller_name": "杨测试",
        "next_step": "answer",
        "answer_given": "按规定标准支付",
        **changes,
    }


def save_form(client: Any, **changes: str) -> Job:
    """The page that follows would show the notice; here nobody looks at it, and it must not heap up."""

    def job() -> Any:
        client.cookies.pop("messages", None)
        return answered(client.post("/calls/new/", said(_mark=f"mark{next(fresh)}", **changes)), 302)

    return job


def save_api(client: Any) -> Job:
    def job() -> Any:
        key = f"key{next(fresh)}"
        return answered(
            client.post("/api/v1/calls/", said(), content_type="application/json", headers={"Idempotency-Key": key}),
            201,
        )

    return job


def explain(name: str, job: Job) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        job()
    for query in seen.captured_queries:
        if query["sql"].startswith(("SELECT", "WITH")):
            plan = run("EXPLAIN (ANALYZE, BUFFERS) " + query["sql"].replace("%", "%%"))
            print(f"\n--- {name}: {query['sql'][:300]}\n" + "\n".join(line for (line,) in plan), flush=True)


def report(small: dict[str, Timing], large: dict[str, Timing]) -> None:
    """`growth` is that of the job less that of the yardstick, whose own query is the least that can be asked."""
    print(f"\n{'job':<46}{'median':>8}{'p95':>8}{'growth':>8}{'of R':>8}{'statements':>12}")
    for name, timing in large.items():
        growth = small[name].share / timing.share
        marks = f"{timing.statements} + {timing.marks}"
        print(f"{name:<46}{timing.median:>8.1f}{timing.p95:>8.1f}{growth:>8.2f}{timing.share:>8.2f}{marks:>12}")


def kind(name: str) -> str:
    return next((word for word in ("screen-pop", "save") if word in name), "list")


if __name__ == "__main__":
    main()
