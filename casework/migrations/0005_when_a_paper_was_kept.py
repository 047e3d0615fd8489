import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """Of papers kept before, the time begins to run now."""

    dependencies = [("casework", "0004_versions_of_the_rules")]
    operations = [
        migrations.AddField(
            model_name="blob",
            name="kept_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="last handed in"),
        ),
    ]
