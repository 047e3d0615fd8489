"""A workflow is a table: which duty may move a file from which states to which, and on what condition.

`Workflow.begin` and `Workflow.advance` are the only code that writes a `state` column. In one transaction
they lock the row, check scope, state, duty and guards, save, and record the event.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.locking import lock
from casework.transactions import one_transaction

from .copying import Stencil, copy_in
from .errors import StepRefused, WrongDuty
from .purposes import Purpose

if TYPE_CHECKING:
    from organizations.models import Officer

AnyFile = TypeVar("AnyFile", bound=models.Model)
ATTACH = "attach"


COMMON_ACTS: dict[str, str | Promise] = {
    "reveal": gettext_lazy("Personal data shown"),
    "recount": gettext_lazy("Due day counted anew after a calendar notice"),
}
LOOKING = ("reveal", "take_out")  # acts of who read the file: nothing in it is another


@dataclass(frozen=True)
class Act:
    """Who does something, and when."""

    by: Officer
    at: datetime

    @property
    def today(self) -> date:
        """The calendar day of the act in Asia/Shanghai."""
        return timezone.localdate(self.at)


Guard = Callable[[Any, Act], str]
"""The reason to refuse, in words for the officer; "" lets the step pass."""


@dataclass(frozen=True)
class Step:
    """One row of the table. `target` None leaves the state as it is; no `sources` means the step opens a file.

    `guards` are looked at before the step is offered and again when it is performed, on the file as it stands.
    `proofs` are looked at only when it is performed, on the file as it will be. A `quiet` step is left out where it is
    closed, instead of saying why: nobody waits for it.
    """

    verb: str
    sources: Collection[str]
    target: str | None
    duties: Collection[str]
    label: str | Promise
    guards: Sequence[Guard] = ()
    proofs: Sequence[Guard] = ()
    quiet: bool = False

    def refusals(self, file: Any, act: Act, rules: Iterable[Guard]) -> list[str]:
        return [reason for rule in rules if (reason := rule(file, act))]


@dataclass(frozen=True)
class StepOffer:
    """What a page or the API shows of a step: open, or closed with the reasons."""

    verb: str
    label: str
    allowed: bool
    reasons: list[str]
    purpose: Purpose = Purpose.ONWARD


@dataclass(frozen=True)
class Stage:
    """One part of the way a file goes, for the bar above its page: done, current or next."""

    label: str
    status: str


class Workflow:
    """The table of one kind of file, plus the names of acts that are recorded without being steps.

    It makes itself known to its model as `workflow`, so that models need not know the tables above them. `purposes`
    say where a page shows a step; one that is not named leads on when it changes the state. `history` says under what
    the history of a file shows acts that have no such place, or another one.
    """

    def __init__(
        self,
        model: type[Any],
        *steps: Step,
        acts: dict[str, str | Promise] | None = None,
        purposes: Mapping[Purpose, Collection[str]] | None = None,
        history: Mapping[Purpose, Collection[str]] | None = None,
    ) -> None:
        model.workflow = self
        self.steps = {step.verb: step for step in steps}
        self.acts = {**COMMON_ACTS, **(acts or {})}
        named = {verb: purpose for purpose, verbs in (purposes or {}).items() for verb in verbs}
        if strange := named.keys() - self.steps.keys():
            raise ImproperlyConfigured(f"No steps of {model.__name__}: {', '.join(sorted(strange))}")
        self.purposes = {verb: purpose_of(step) for verb, step in self.steps.items()} | named
        self.history = self.purposes | {verb: kind for kind, verbs in (history or {}).items() for verb in verbs}

    def label(self, verb: str) -> str:
        step = self.steps.get(verb)
        return str(step.label if step else self.acts.get(verb, verb))

    def offers(self, file: Any, act: Act) -> list[StepOffer]:
        """The steps of this state for this officer's duty; those a guard refuses say why."""
        rows = [s for s in self.steps.values() if file.state in s.sources and act.by.duty in s.duties]
        asked = {guard: guard(file, act) for guard in dict.fromkeys(guard for step in rows for guard in step.guards)}
        offers = [self.offered(step, [asked[guard] for guard in step.guards]) for step in rows]
        return [offer for offer in offers if offer.allowed or not self.steps[offer.verb].quiet]

    def offer(self, step: Step, file: Any, act: Act) -> StepOffer:
        return self.offered(step, [guard(file, act) for guard in step.guards])

    def offered(self, step: Step, answers: list[str]) -> StepOffer:
        """The step as its guards answered, each of them asked once for all steps of the file."""
        reasons = [reason for reason in answers if reason]
        return StepOffer(step.verb, str(step.label), not reasons, reasons, self.purposes[step.verb])

    def insist_on_duty(self, verb: str, act: Act) -> Step:
        """The row for the verb. Raises WrongDuty, so that nobody fills in a form of somebody else's duty."""
        step = self.steps[verb]
        if act.by.duty not in step.duties:
            raise WrongDuty(_("“%(step)s” belongs to another duty.") % {"step": step.label})
        return step

    def insist_on_state(self, verb: str, file: Any, act: Act) -> Step:
        """The row for the verb, for this duty and state, whatever its guards say. Raises WrongDuty, StepRefused."""
        step = self.insist_on_duty(verb, act)
        if step.sources and file.state not in step.sources:
            words = {"step": step.label, "state": file.get_state_display()}
            raise StepRefused(verb, _("“%(step)s” is not open while the state is “%(state)s”.") % words)
        return step

    def check(self, verb: str, file: Any, act: Act) -> Step:
        """The row for the verb, or why not. Raises WrongDuty, StepRefused."""
        step = self.insist_on_state(verb, file, act)
        if reasons := step.refusals(file, act, step.guards):
            raise StepRefused(verb, reasons)
        return step

    def hold(self, file: AnyFile, verb: str, *, by: Officer, at: datetime) -> AnyFile:
        """The file under lock with the step open on it, before rows are written that the step is proved by."""
        held = lock(file, by)
        self.check(verb, held, Act(by, at))
        return held  # type: ignore[no-any-return]

    def prove(self, step: Step, file: Any, act: Act) -> None:
        if reasons := step.refusals(file, act, step.proofs):
            raise StepRefused(step.verb, reasons)

    @one_transaction
    def begin(self, file: AnyFile, verb: str, *, by: Officer, at: datetime, note: str = "", then: str = "") -> AnyFile:
        """Open a file: the row, its first state and its first event.

        `then` is the step that is taken with the same breath, as `go_on` would: the row is written once, as it ends.
        """
        new: Any = file
        act = Act(by, at)
        new.state, new.opened_at = "", at
        steps = [self.enter(new, name, act) for name in (verb, then) if name]
        new.version += len(steps) - 1
        new.save()
        for step, _event in steps:
            self.prove(step, new, act)
        steps[0][1].note = note
        events = [event for _step, event in steps]
        type(events[0])._default_manager.bulk_create(events)
        return file

    def enter(self, new: Any, verb: str, act: Act) -> tuple[Step, Any]:
        """Move a file that is not written yet; the step, and the line of history it will have."""
        step, before = self.check(verb, new, act), new.state
        new.state = step.target or before
        line = new._meta.get_field("events").related_model
        return step, line(file=new, verb=verb, by=act.by, at=act.at, before=before, after=new.state)

    @one_transaction
    def begin_many(self, files: Sequence[AnyFile], verb: str, *, by: Officer, at: datetime, note: str = "") -> None:
        """Open many files of one kind by the same step: a few statements for all, checked and recorded like one."""
        act = Act(by, at)
        news: list[Any] = list(files)
        for new in news:
            step = self.check(verb, new, act)
            new.state, new.opened_at = step.target, at
            self.prove(step, new, act)
        copy_in(news)
        if news:
            event = news[0]._meta.get_field("events").related_model
            events = Stencil(event, verb=verb, by=by, at=at, note=note)
            copy_in([events.row(file=new, after=new.state) for new in news])

    @one_transaction
    def advance(
        self,
        file: AnyFile,
        verb: str,
        *,
        by: Officer,
        at: datetime,
        note: str = "",
        last: Any = None,
        **changes: Any,
    ) -> AnyFile:
        """Take the step. Out of scope is the same as not there: raises DoesNotExist, WrongDuty, StepRefused.

        `last(file)` gives further changes when the guards have passed: what others wait for, such as a number.
        """
        return self.take(lock(file, by), verb, Act(by, at), note, changes, last)  # type: ignore[no-any-return]

    @one_transaction
    def go_on(self, fresh: AnyFile, verb: str, *, by: Officer, at: datetime, note: str = "", **changes: Any) -> AnyFile:
        """As `advance`, with a file opened in this very transaction: nobody else sees it, so it is not read again."""
        return self.take(fresh, verb, Act(by, at), note, changes)  # type: ignore[no-any-return]

    def take(self, held: Any, verb: str, act: Act, note: str, changes: dict[str, Any], last: Any = None) -> Any:
        step = self.check(verb, held, act)
        before = held.state
        held.state = step.target or before
        changes |= last(held) if last else {}
        for field, value in changes.items():
            setattr(held, field, value)
        self.prove(step, held, act)
        held.version += 1
        held.save(update_fields=["state", "version", *changes])
        self.record(held, verb, act=act, before=before, after=held.state, note=note)
        return held

    def record(self, file: Any, verb: str, *, act: Act, before: str = "", after: str = "", note: str = "") -> None:
        """One line of history. Also for acts that are not steps, such as showing a masked field."""
        file.events.create(verb=verb, by=act.by, at=act.at, before=before, after=after, note=note)


def purpose_of(step: Step) -> Purpose:
    if step.verb == ATTACH:
        return Purpose.PAPERS
    return Purpose.ONWARD if step.target else Purpose.OTHER


def attach_step(states: Collection[str], duties: Collection[str]) -> Step:
    """The row that lets these duties add papers while the file is in these states."""
    return Step(ATTACH, states, None, duties, gettext_lazy("Add papers"))
