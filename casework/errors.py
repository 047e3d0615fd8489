"""The few errors of the domain. Each is raised where its rule stands and translated at the edge."""

from __future__ import annotations

from collections.abc import Sequence


class Refused(Exception):
    """The act is not possible. `reasons` are shown to the officer as they are."""

    def __init__(self, reasons: Sequence[str] | str) -> None:
        self.reasons = [reasons] if isinstance(reasons, str) else list(reasons)
        super().__init__("; ".join(self.reasons))


class StepRefused(Refused):
    """The step is not open now, or a guard refuses it."""

    def __init__(self, verb: str, reasons: Sequence[str] | str) -> None:
        super().__init__(reasons)
        self.verb = verb


class TooOften(Refused):
    """The act was done so often lately that the officer has to wait. `retry_after` is in seconds."""

    def __init__(self, reasons: Sequence[str] | str, *, retry_after: int) -> None:
        super().__init__(reasons)
        self.retry_after = retry_after


class WrongDuty(Refused):
    """The officer may see the file, but this step belongs to another duty."""


class StoreAway(Exception):
    """The store of papers does not answer. It is tried again by whoever asked."""


class StaleFile(Exception):
    """Somebody else changed the file since the form was opened."""
