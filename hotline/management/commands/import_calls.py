from casework.importing.command import ImportCommand
from hotline.imports.intake import CALL_IMPORT


class Command(ImportCommand):
    help = "Take in calls from a table (.csv or .xlsx) of a former register. All rows, or none; twice adds nothing."
    kind = CALL_IMPORT
