import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

from casework.operations import FillSearchText

TEXT_OF_CASE = {
    "texts": "disputes_casetext",
    "files": "disputes_disputecase",
    "text": """concat_ws(E'\\n', file.number, file.external_no,
        (SELECT string_agg(party.name, E'\\n' ORDER BY party.id) FROM disputes_party party
         WHERE party.file_id = file.id AND party.employer_id IS NOT NULL),
        CASE WHEN NOT file.names_hidden THEN file.facts END)""",
}


class Migration(migrations.Migration):
    """Nothing here locks a table against writing."""

    atomic = False
    dependencies = [('disputes', '0013_worklists_and_search')]

    operations = [
        FillSearchText(**TEXT_OF_CASE),
        AddIndexConcurrently(
            model_name='casetext',
            index=django.contrib.postgres.indexes.GinIndex(models.Func('scope', 'text', function='search_parts', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), gin_pending_list_limit=1024, name='casetext_parts'),
        ),
    ]
