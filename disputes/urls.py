from django.urls import path

from casework.routes import file_routes
from disputes.models import DisputeCase
from disputes.verbs import VERBS
from disputes.views import cases, documents, dossier

app_name = "disputes"
urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new/", cases.new_case, name="cases-new"),
    path("cases/<int:pk>/agree/", cases.settlement, {"verb": "agree"}, name="cases-agree"),
    path("cases/<int:pk>/reconcile/", cases.settlement, {"verb": "reconcile"}, name="cases-reconcile"),
    path("cases/<int:pk>/documents/", documents.documents, name="cases-documents"),
    path("cases/<int:pk>/documents/<slug:kind>/", documents.preview, name="cases-document"),
    path("cases/<int:pk>/documents/<slug:kind>/<int:page>.png", documents.preview_page, name="cases-document-page"),
    path("cases/<int:pk>/story.pdf", dossier.story, name="cases-story"),
    path("cases/<int:pk>/dossier/", dossier.dossier, name="cases-dossier"),
    path("cases/<int:pk>/dossier/zip/", dossier.dossier_zip, name="cases-dossier-zip"),
    *file_routes("cases", DisputeCase, VERBS, cases.case_page),
]
