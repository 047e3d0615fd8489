from django.db import migrations

from casework.operations import WatchReference


class Migration(migrations.Migration):
    """A process may keep rules, settings and calendars as long as their version is the same."""

    dependencies = [("casework", "0003_paper_forms"), ("organizations", "0002_versions_of_the_rules")]
    operations = [
        WatchReference("casework_policy"),
        WatchReference("casework_deadlinerule"),
        WatchReference("casework_holiday"),
        WatchReference("casework_calendaryear"),
        WatchReference("casework_category"),
        WatchReference("organizations_region"),
    ]
