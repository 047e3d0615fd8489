from casework.importing.command import ImportCommand
from disputes.imports.intake import CASE_IMPORT


class Command(ImportCommand):
    help = "Take in cases from a table (.csv or .xlsx) of a former register. All rows, or none; twice adds nothing."
    kind = CASE_IMPORT
