from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("hotline", "0011_rosters_and_incidents")]

    operations = [
        ProtectHistory("hotline_rosterevent"),
        ProtectHistory("hotline_shiftevent"),
        ProtectHistory("hotline_shiftchange"),
        ProtectHistory("hotline_incidentevent"),
        ProtectHistory("hotline_reportaddressee"),
    ]
