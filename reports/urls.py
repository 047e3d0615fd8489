from django.urls import include, path

from casework.routes import file_routes
from reports import files, recalculation, views
from reports.exports import views as exports
from reports.filings import views as filings
from reports.models import Filing
from reports.verbs import FILING_VERBS

app_name = "reports"
urlpatterns = [
    path("reports/", views.indicators, name="indicators"),
    path("reports/requests/", views.requests, name="requests"),
    path("reports/recalculate/", recalculation.recalculate, name="recalculate"),
    path("reports/recounting/", recalculation.recounting, name="recounting"),
    path("reports/page.pdf", views.paper, name="paper"),
    path("reports/files/", files.files, name="files"),
    path("reports/exports/", exports.exports, name="exports"),
    path("reports/exports/<int:pk>/", exports.export, name="export"),
    path("reports/exports/<int:pk>/file/", exports.file, name="export-file"),
    path("reports/filings/", filings.filings, name="filings"),
    path("reports/filings/<int:pk>/report.xlsx", filings.workbook, name="filings-xlsx"),
    path("reports/filings/<int:pk>/report.csv", filings.comma_separated, name="filings-csv"),
    path("reports/filings/<int:pk>/report.pdf", filings.paper, name="filings-pdf"),
    path("reports/filings/<int:pk>/differences/", filings.changes, name="filings-differences"),
    path("reports/filings/<int:pk>/cell/", filings.cell, name="filings-cell"),
    path("reports/filings/<int:pk>/make/", filings.make, name="filings-make"),
    path("reports/", include(file_routes("filings", Filing, FILING_VERBS, filings.filing_page))),
]
