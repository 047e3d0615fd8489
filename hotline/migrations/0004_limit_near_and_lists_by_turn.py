import django.db.models.functions.text
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

OPEN = ['callback_done', 'dispatched', 'feedback_given', 'in_progress', 'registered', 'signed', 'suspended']


class Migration(migrations.Migration):
    """Open orders are listed by their turn in every subtree. Nothing here locks a table against writing for long."""

    atomic = False
    dependencies = [('hotline', '0003_calls_of_employers')]

    operations = [
        migrations.AddField(
            model_name='workorder',
            name='yellow_for',
            field=models.DateField(blank=True, null=True, verbose_name='limit the yellow mark was given for'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('turn')), condition=models.Q(('state__in', OPEN)), name='order_turn_prefecture'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('turn')), condition=models.Q(('state__in', OPEN)), name='order_turn_county'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(condition=models.Q(('state__in', OPEN), ('yellow_for__isnull', False)), fields=['yellow_for'], name='order_yellow'),
        ),
        RemoveIndexConcurrently(model_name='workorder', name='order_open'),
        RemoveIndexConcurrently(model_name='workorder', name='order_open_county'),
    ]
