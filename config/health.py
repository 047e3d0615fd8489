"""Is the process alive, and can it do its work? Asked without login, so the answers say nothing more than ok or not."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis, RedisError

from referrals.models import Heartbeat

Check = Callable[[], bool]
PATIENCE = 1.0  # seconds a probe waits for the broker


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process lives; touches nothing else, so a broken database does not restart the web server."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every part answers, else 503, with one word for each part."""
    answers = {name: "ok" if check() else "failed" for name, check in CHECKS.items()}
    ready = all(answer == "ok" for answer in answers.values())
    return JsonResponse(answers, status=200 if ready else 503)


def database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def broker() -> bool:
    client = Redis.from_url(settings.REDIS_URL, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
    try:
        return bool(client.ping())
    except RedisError:
        return False
    finally:
        client.close()


def alive(part: str) -> Check:
    """Whether the part has written its sign of life lately: what counts is work done, not a process that exists."""

    def check() -> bool:
        try:
            return Heartbeat.objects.is_fresh(part)
        except DatabaseError:
            return False

    return check


def workers() -> bool:
    """Both kinds: the one that carries referrals and the one that does all other jobs."""
    return alive("relay")() and alive("worker")()


CHECKS: dict[str, Check] = {"database": database, "broker": broker, "worker": workers, "beat": alive("beat")}
PARTS: dict[str, Check] = {**CHECKS, "worker": alive("worker"), "relay": alive("relay")}
