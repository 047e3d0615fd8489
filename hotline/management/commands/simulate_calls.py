import time
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hotline.models import Exchange
from hotline.telephony.simulator import LOOPBACK, SCENARIOS, Body, Scene, burst, play, post


class Command(BaseCommand):
    help = "Play telephone calls to a running system, signed as an exchange signs them; see docs/telephony.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--extension", required=True, help="the telephone that rings, as somebody signed on there")
        parser.add_argument("--number", default="13800006021", help='number of the caller; "" withholds it')
        parser.add_argument("--scenario", choices=[*SCENARIOS, "burst"], default="answered")
        parser.add_argument("--count", type=int, default=20, help="callers of a burst")
        parser.add_argument("--transfer-to", default="802", help="extension to which `transferred` goes")
        parser.add_argument("--exchange", type=int, help="number of the exchange; without it the only active one")
        parser.add_argument("--pace", type=float, default=5.0, help="seconds between two events of a call")
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="the running system")
        parser.add_argument("--anywhere", action="store_true", help="allow a system that is not this machine")

    def handle(self, *, extension: str, scenario: str, url: str, pace: float, **options: Any) -> None:
        insist_on_here(url, options["anywhere"])
        exchange = chosen(options["exchange"])

        def send(message: Body) -> None:
            try:
                status = post(url, exchange.secret, message)
            except OSError as error:
                raise CommandError(f"Nobody answers at {url}: {error}. Is the system running?") from error
            if status != 204:
                raise CommandError(f"{message['type']} was refused with {status}.")
            self.stdout.write(f"{message['type']} · {message['extension']}")

        if scenario == "burst":
            burst(extension, options["count"], send)
            return
        scene = Scene(extension, options["number"], options["transfer_to"])
        play(scene, scenario, send, lambda: time.sleep(pace))


def insist_on_here(url: str, anywhere: bool) -> None:
    if not anywhere and urlsplit(url).hostname not in LOOPBACK:
        raise CommandError("Invented calls go to this machine only; --anywhere allows another one.")


def chosen(pk: int | None) -> Exchange:
    rows = list(Exchange.objects.filter(active=True, **({"pk": pk} if pk else {}))[:2])
    if len(rows) != 1:
        raise CommandError("Name one exchange by --exchange; the administrator sees their numbers in /control/.")
    exchange: Exchange = rows[0]
    return exchange
