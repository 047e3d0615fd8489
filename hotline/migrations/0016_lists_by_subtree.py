import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

from casework.operations import FillSearchText

TEXT_OF_CALL = {
    "texts": "hotline_calltext",
    "files": "hotline_callrecord",
    "text": "concat_ws(E'\\n', file.employer_name, file.place)",
}
TEXT_OF_ORDER = {
    "texts": "hotline_ordertext",
    "files": "hotline_workorder",
    "text": "coalesce((SELECT call.text FROM hotline_calltext call WHERE call.file_id = file.call_id), '')",
}


class Migration(migrations.Migration):
    """Nothing here locks a table against writing: it may run while calls are answered."""

    atomic = False
    dependencies = [('hotline', '0015_search_texts')]

    operations = [
        FillSearchText(**TEXT_OF_CALL),
        FillSearchText(**TEXT_OF_ORDER),
        RemoveIndexConcurrently(
            model_name='callrecord',
            name='call_list',
        ),
        RemoveIndexConcurrently(
            model_name='callrecord',
            name='call_unanswered',
        ),
        RemoveIndexConcurrently(
            model_name='workorder',
            name='order_list',
        ),
        RemoveIndexConcurrently(
            model_name='workorder',
            name='order_due',
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('id'), descending=True), name='call_prefecture'),
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), name='call_county'),
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(fields=['request_type', '-id'], name='call_kind'),
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.F('request_type'), models.OrderBy(models.F('id'), descending=True), name='call_kind_county'),
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(fields=['handled_by', '-id'], name='call_mine'),
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(condition=models.Q(('state', 'registered')), fields=['-id'], name='call_unanswered'),
        ),
        AddIndexConcurrently(
            model_name='callrecord',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('state', 'registered')), name='call_unanswered_county'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('id'), descending=True), name='order_prefecture'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), name='order_county'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(condition=models.Q(('state__in', ['callback_done', 'dispatched', 'feedback_given', 'in_progress', 'registered', 'signed', 'suspended'])), fields=['-id'], name='order_open'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('state__in', ['callback_done', 'dispatched', 'feedback_given', 'in_progress', 'registered', 'signed', 'suspended'])), name='order_open_county'),
        ),
        AddIndexConcurrently(
            model_name='workorder',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('due_on')), models.OrderBy(models.F('id')), condition=models.Q(('due_on__isnull', False)), name='order_due'),
        ),
        AddIndexConcurrently(
            model_name='calltext',
            index=django.contrib.postgres.indexes.GinIndex(models.Func('scope', 'text', function='search_parts', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), gin_pending_list_limit=1024, name='calltext_parts'),
        ),
        AddIndexConcurrently(
            model_name='ordertext',
            index=django.contrib.postgres.indexes.GinIndex(models.Func('scope', 'text', function='search_parts', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), gin_pending_list_limit=1024, name='ordertext_parts'),
        ),
    ]
