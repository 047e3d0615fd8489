"""What the clock starts, and when. Times are those of Asia/Shanghai."""

from celery.schedules import BaseSchedule, crontab, schedule

SCHEDULE: dict[str, dict[str, str | BaseSchedule | dict[str, int]]] = {
    # A tick that nobody took in time is worth nothing: the next one is there already.
    "relay": {"task": "referrals.tasks.relay", "schedule": schedule(1), "options": {"expires": 5}},
    "heartbeat": {"task": "referrals.tasks.heartbeat", "schedule": schedule(10), "options": {"expires": 10}},
    "balance": {"task": "referrals.tasks.balance", "schedule": schedule(60), "options": {"expires": 50}},
    "imports": {"task": "casework.tasks.work_imports", "schedule": schedule(3), "options": {"expires": 5}},
    "recount": {"task": "casework.tasks.recount_deadlines", "schedule": crontab(hour=2, minute=30)},
    "seal": {"task": "supervision.tasks.seal_documents", "schedule": schedule(3), "options": {"expires": 5}},
    "remind": {"task": "supervision.tasks.remind_of_replies", "schedule": crontab(hour=7, minute=0)},
    "radar": {"task": "desk.tasks.look_at_employers", "schedule": crontab(hour=5, minute=30)},
    "housekeeping": {"task": "casework.tasks.housekeeping", "schedule": crontab(hour=3, minute=0)},
    "warn": {"task": "casework.tasks.warn_early", "schedule": crontab(minute="*/15"), "options": {"expires": 800}},
    "papers": {"task": "casework.tasks.sweep_papers", "schedule": crontab(hour=4, minute=10)},
    "lapse": {"task": "disputes.tasks.lapse_applications", "schedule": crontab(hour=3, minute=10)},
    "unended": {"task": "hotline.tasks.close_unended_calls", "schedule": crontab(minute="*/5")},
    "propose_ends": {"task": "disputes.tasks.propose_ends", "schedule": crontab(hour=6, minute=40)},
    "payments": {"task": "disputes.tasks.watch_over_payments", "schedule": crontab(hour=6, minute=40)},
    "shred": {"task": "disputes.tasks.remove_destroyed_papers", "schedule": crontab(hour=3, minute=40)},
    "archive": {"task": "hotline.tasks.archive_orders", "schedule": crontab(hour=3, minute=20)},
    "reviews": {"task": "hotline.tasks.settle_reviews", "schedule": crontab(hour=3, minute=40)},
    "follow-up": {"task": "hotline.tasks.follow_orders_up", "schedule": crontab(hour="7-18", minute=10)},
    "urgent": {"task": "hotline.tasks.chase_urgent_orders", "schedule": crontab(), "options": {"expires": 50}},
    "rollups": {"task": "reports.tasks.refresh_rollups", "schedule": crontab(), "options": {"expires": 50}},
    "recount_rollups": {"task": "reports.tasks.recount_rollups", "schedule": crontab(hour=1, minute=20)},
    "exports": {"task": "reports.tasks.work_exports", "schedule": schedule(3), "options": {"expires": 5}},
    "forget-exports": {"task": "reports.tasks.housekeeping", "schedule": crontab(hour=3, minute=5)},
    "reports": {"task": "reports.tasks.open_reports", "schedule": crontab(hour=5, minute=30)},
    "answers": {"task": "referrals.tasks.follow_cases", "schedule": crontab(), "options": {"expires": 50}},
    "flags": {"task": "hotline.tasks.expire_flags", "schedule": crontab(hour=0, minute=10)},
}
