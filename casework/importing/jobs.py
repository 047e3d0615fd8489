"""Verbs on an import that was handed in on a page. A worker does the work; a request only writes rows."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, connection
from django.utils import translation
from django.utils.translation import gettext as _

from casework.deadlines import policy_in
from casework.errors import Refused
from casework.importing.errors import UnreadableFile
from casework.importing.kinds import ImportKind
from casework.importing.rejected import RejectedRows
from casework.importing.run import Outcome, Run
from casework.models import ImportJob, ImportPart
from casework.transactions import one_transaction
from organizations.models import Officer

PIECE = 384 * 1024  # divisible by three: each piece is base64 of its own
MOST_ATTEMPTS = 3
TOLD = 200  # faults shown on the page; the rejected rows carry all of them
WORKER_LOCK = "import worker"
Phase = ImportJob.Phase
Content = ImportPart.Content


@one_transaction
def hand_in(kind: ImportKind, *, upload: UploadedFile[bytes], by: Officer, at: datetime) -> ImportJob:
    """Keep the table, sealed, until a worker has looked at it. Nothing is read of it here."""
    assert by.org
    days = int(policy_in("import_days_kept", by.org.region, at.date()))
    job = ImportJob.objects.create(
        kind=kind.name,
        org=by.org,
        scope=by.path,
        by=by,
        at=at,
        language=translation.get_language() or "",
        file_name=(upload.name or "")[-150:],
        expires_at=at + timedelta(days=days),
    )
    digest = hashlib.sha256()
    for n, chunk in enumerate(upload.chunks(PIECE), 1):
        digest.update(chunk)
        job.parts.create(content=Content.FILE, n=n, text=base64.b64encode(chunk).decode())
    job.sha256 = digest.hexdigest()
    job.save(update_fields=["sha256"])
    return job


@one_transaction
def confirm(job: ImportJob, *, skip_bad: bool, by: Officer, at: datetime) -> ImportJob:
    """Have the good rows imported. Raises Refused when there is none, or when bad rows are not to be left out."""
    locked = ImportJob.objects.visible_to(by).select_for_update(of=("self",)).get(pk=job.pk)
    if not locked.may_be_kept:
        raise Refused(_("There is nothing to import, or the import was ordered before."))
    if not locked.is_clean and not skip_bad:
        raise Refused(_("Some rows are wrong. Correct the file and hand it in anew, or leave these rows out."))
    locked.phase, locked.skip_bad, locked.attempts = Phase.KEEPING, skip_bad, 0
    locked.confirmed_by, locked.confirmed_at = by, at
    locked.save(update_fields=["phase", "skip_bad", "attempts", "confirmed_by", "confirmed_at"])
    return locked


def work(at: datetime) -> ImportJob | None:
    """Do the first waiting job, unless a worker is at one: its lock ends with its connection, however it dies."""
    with worker_lock() as free:
        job = ImportJob.objects.waiting().first() if free else None
        if job:
            attempt(job, at)
    return job


@contextmanager
def worker_lock() -> Iterator[bool]:
    """One long job at a time in the whole system, so that the other worker always serves the clock and the outbox."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [WORKER_LOCK])
        [free] = cursor.fetchone()
        try:
            yield free
        finally:
            if free:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [WORKER_LOCK])


def attempt(job: ImportJob, at: datetime) -> None:
    """From the beginning each time: what an earlier attempt had done was undone with its transaction."""
    job.attempts, job.kept = job.attempts + 1, 0
    if job.attempts > MOST_ATTEMPTS:
        finish(job, at, phase=Phase.FAILED, kept=0)
        return
    job.save(update_fields=["attempts", "kept"])
    with translation.override(job.language):
        try:
            look(job, at) if job.phase == Phase.CHECKING else keep(job, at)
        except UnreadableFile as error:
            finish(job, at, phase=Phase.UNREADABLE, trouble=str(error), kept=0)


def look(job: ImportJob, at: datetime) -> None:
    outcome = run_of(job, job.by, at, keep=False, progress=lambda so_far: tell(job, so_far)).over(*table(job))
    finish(job, at, phase=Phase.CHECKED, **counts(outcome), faults=[vars(fault) for fault in outcome.faults[:TOLD]])


@one_transaction
def keep(job: ImportJob, at: datetime) -> None:
    """The rows and the word that they are imported, in one transaction."""
    by = job.confirmed_by or job.by
    rejected = io.StringIO(newline="")
    with beside(job) as progress:
        told = {"rejected": RejectedRows(rejected, kind_of(job)).add, "progress": progress}
        outcome = run_of(job, by, at, skip_bad=job.skip_bad, **told).over(*table(job))
    for n, start in enumerate(range(0, len(rejected.getvalue()), PIECE), 1):
        job.parts.create(content=Content.REJECTED, n=n, text=rejected.getvalue()[start : start + PIECE])
    refused = not outcome.kept and not outcome.is_clean  # since the check another import has taken rows in
    phase = Phase.CHECKED if refused else Phase.DONE
    finish(job, at, phase=phase, **counts(outcome), faults=[vars(fault) for fault in outcome.faults[:TOLD]])


@contextmanager
def beside(job: ImportJob) -> Iterator[Callable[[Outcome], None]]:
    """Tells how many rows are written, by a connection of its own: nobody sees into a transaction that is open."""
    other = connection.copy()

    def tell_kept(outcome: Outcome) -> None:
        with suppress(DatabaseError), other.cursor() as cursor:  # a number for a page undoes no import
            cursor.execute("UPDATE casework_importjob SET kept = %s WHERE id = %s", [outcome.kept, job.pk])

    try:
        yield tell_kept
    finally:
        other.close()


def run_of(job: ImportJob, by: Officer, at: datetime, **mode: Any) -> Run:
    return Run(kind_of(job), by, at, **mode)


def kind_of(job: ImportJob) -> ImportKind:
    return ImportKind.known[job.kind]


def table(job: ImportJob) -> tuple[io.BytesIO, str]:
    """The file as it was handed in, in memory only: unsealed it never touches the disk."""
    return io.BytesIO(b"".join(base64.b64decode(part) for part in job.parts_of(Content.FILE))), job.file_name


def counts(outcome: Outcome) -> dict[str, int]:
    return {name: getattr(outcome, name) for name in ("read", "good", "bad", "known", "kept")}


def tell(job: ImportJob, outcome: Outcome) -> None:
    """How far the check is."""
    ImportJob.objects.filter(pk=job.pk).update(**counts(outcome))


def finish(job: ImportJob, at: datetime, **found: Any) -> None:
    ImportJob.objects.filter(pk=job.pk).update(finished_at=at, **found)


def forget_tables(at: datetime) -> None:
    """The content of imports past their time; who imported what and when stays."""
    ImportPart.objects.filter(job__in=ImportJob.objects.expired(at)).delete()
