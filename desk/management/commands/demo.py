import gc
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from time import monotonic
from typing import Any

import django
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone


class Command(BaseCommand):
    help = "Fill a demonstration system with invented people and files of two years. Running it twice adds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--scale", type=float, default=1.0, help="share of the usual number of files")

    def handle(self, *, scale: float, **options: Any) -> None:
        if not settings.HEYI_DEMO_PASSWORD:
            raise CommandError("This is not a demonstration system: HEYI_DEMO and HEYI_DEMO_PASSWORD are not set.")
        began = monotonic()
        self.stdout.write("• demonstration: two years of invented files are played, up to a minute")
        self.stdout.flush()
        steps = sum(played(scale))
        self.stdout.write(f"• demonstration: {steps} steps taken in {monotonic() - began:.0f} s" if steps else DONE)


BEGIN = b"begin"
RARELY = (100_000, 50, 100)
DONE = "• demonstration: it has been played already"


def played(scale: float) -> list[int]:
    """The steps of both parts, each in a process of its own with a connection of its own.

    The players read their modules while the stage is set. However this ends, no player goes on without us, and what
    a player did not finish is rolled back.
    """
    from desk.demonstration.early import tell_near
    from desk.demonstration.play import Part, prepare

    now = timezone.now()
    context = get_context("spawn")
    steps = context.SimpleQueue()
    waits, begins = zip(*(context.Pipe(duplex=False) for _part in Part), strict=True)
    pairs = zip(Part, waits, strict=True)
    players = [context.Process(target=play_part, args=(part.value, now, scale, steps, wait)) for part, wait in pairs]
    try:
        for player in players:
            player.start()
        prepare(settings.HEYI_DEMO_PASSWORD, now=now, scale=scale)
        for begin in begins:
            begin.send_bytes(BEGIN)
        for player in players:
            player.join()
    finally:
        for player in players:
            stop(player)
    if any(player.exitcode for player in players):
        raise CommandError("The demonstration could not be played to its end; the lines above say why.")
    tell_near(now)
    return [steps.get() for _player in players]


def stop(player: Any) -> None:
    if player.pid:
        player.kill()
        player.join()


def play_part(name: str, now: Any, scale: float, steps: Any, wait: Any) -> None:
    """Runs in the new process, where the models can be imported only now. Ctrl-C is the business of its parent.

    Raises EOFError when the parent has gone before it gave the word.
    """
    signal(SIGINT, SIG_IGN)
    django.setup()
    gc.freeze()  # what was imported stays; the rows of a step are mostly freed by counting
    gc.set_threshold(*RARELY)
    from desk.demonstration.play import Part, play

    wait.recv_bytes()
    steps.put(play(Part(name), now=now, scale=scale))
