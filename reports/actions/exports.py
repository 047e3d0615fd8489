"""Verbs on exports. A request only writes rows; a worker makes the table."""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from casework.deadlines import policy_in
from casework.errors import Refused
from casework.importing.jobs import worker_lock
from casework.transactions import one_transaction
from casework.words import instant
from organizations.models import Duty, Officer, UnionOrg
from reports.exports.sealing import sealed
from reports.exports.tables import TABLES
from reports.exports.writing import WRITERS
from reports.models import ExportFetch, ExportJob, ExportPart

PIECE = 384 * 1024  # divisible by three: each piece is base64 of its own
BATCH = 1000
MOST_ATTEMPTS = 3
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without I, L, O, 0 and 1
MAY_HAVE_NAMES = {Duty.CASE_OFFICER, Duty.DUTY_LEADER}
Phase = ExportJob.Phase


@one_transaction
def order(
    *,
    by: Officer,
    at: datetime,
    kind: str,
    form: str,
    organization: UnionOrg,
    first_on: date,
    last_on: date,
    purpose: str,
    reason: str = "",
) -> ExportJob:
    """Have a table made. A workbook opens only with its password; names in full need the duty, a reason, few rows and
    such a workbook. Raises Refused.
    """
    today = timezone.localdate(at)
    job = ExportJob(kind=kind, form=form, org=organization, scope=organization.path, first_on=first_on, last_on=last_on)
    job.purpose, job.reason, job.by, job.at = purpose, reason, by, at
    job.language = translation.get_language() or ""
    job.expires_at = at + timedelta(days=int(policy_in("export_days_kept", organization.region, today)))
    if form == ExportJob.Form.XLSX:
        job.password = new_password()
    if reason:
        insist_on_right(job, today)
    job.save()
    return job


def insist_on_right(job: ExportJob, today: date) -> None:
    if job.by.duty not in MAY_HAVE_NAMES:
        raise Refused(_("Names in full belong to another duty."))
    if not job.password:
        raise Refused(_("Names in full are only given in a workbook, which opens with a password."))
    most = int(policy_in("export_in_full_rows_max", job.org.region, today))
    if TABLES[ExportJob.Kind(job.kind)].rows(job)[: most + 1].count() > most:
        words = _("Names in full are exported for at most %(count)d files at once. Choose fewer days.")
        raise Refused(words % {"count": most})


def new_password() -> str:
    """Four groups of four signs nobody takes for another: about 78 bits."""
    return "-".join("".join(secrets.choice(SIGNS) for _n in range(4)) for _group in range(4))


def work(at: datetime) -> ExportJob | None:
    """Make the first waiting table, unless a worker is at a long job: its lock ends with its connection."""
    with worker_lock() as free:
        job = ExportJob.objects.waiting().select_related("by__user", "by__org", "org").first() if free else None
        if job:
            attempt(job, at)
    return job


def attempt(job: ExportJob, at: datetime) -> None:
    """From the beginning each time. Whoever lost the duty meanwhile gets nothing."""
    job.attempts += 1
    serves = Officer.objects.serving(timezone.localdate(at)).filter(pk=job.by_id).exists()
    if job.attempts > MOST_ATTEMPTS or not serves:
        ExportJob.objects.filter(pk=job.pk).update(phase=Phase.FAILED, finished_at=at)
        return
    job.save(update_fields=["attempts"])
    job.parts.all().delete()
    with translation.override(job.language), TemporaryDirectory(prefix="export-") as folder:
        path = Path(folder, "table")
        write(job, path)
        keep(job, sealed(path, job.password) if job.password else path)


def write(job: ExportJob, path: Path) -> None:
    """Row by row from the database into the file, telling how far it is."""
    table = TABLES[ExportJob.Kind(job.kind)]
    rows = table.rows(job)
    total = rows.count()
    tell(job, total=total, written=0, withheld=table.counted(job) - total)
    with WRITERS[job.form](path, mark_of(job)) as put:
        put([str(label) for label, _get in table.columns])
        for n, file in enumerate(rows.iterator(chunk_size=BATCH), 1):
            put([get(file, job.in_full) for _label, get in table.columns])
            job.written = n
            if n % BATCH == 0:
                tell(job, written=n)
    tell(job, written=job.written)


def mark_of(job: ExportJob) -> str:
    """Who had it made, when and for what: in the first line of the table and at the foot of every page."""
    words = {"name": job.by.name, "org": job.by.org, "instant": instant(job.at), "purpose": job.purpose}
    return _("Exported by %(name)s (%(org)s) %(instant)s · purpose: %(purpose)s · not to be passed on") % words


@one_transaction
def keep(job: ExportJob, path: Path) -> None:
    """Seal the file piece by piece, and say that it is ready."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for n, chunk in enumerate(iter(lambda: stream.read(PIECE), b""), 1):
            digest.update(chunk)
            job.parts.create(n=n, text=base64.b64encode(chunk).decode())
    tell(job, phase=Phase.DONE, sha256=digest.hexdigest(), finished_at=timezone.now())


def tell(job: ExportJob, **columns: object) -> None:
    ExportJob.objects.filter(pk=job.pk).update(**columns)


@one_transaction
def fetch(job: ExportJob, *, by: Officer, at: datetime) -> ExportJob:
    """Take the file away: written down before it is sent. Raises Refused when it is not ready or forgotten."""
    if job.by.user_id != by.user_id:
        raise Refused(_("Only who ordered an export fetches it."))
    if job.phase != Phase.DONE or job.expires_at <= at or not job.parts.exists():
        raise Refused(_("This export is not ready, or its content has been deleted."))
    ExportFetch.objects.create(job=job, by=by, at=at)
    return job


def forget_exports(at: datetime) -> None:
    """The content of exports past their time; who had what made for which purpose stays."""
    old = ExportPart.objects.filter(job__in=ExportJob.objects.expired(at))
    ExportJob.objects.filter(pk__in=old.values("job")).update(password="")
    old.delete()
