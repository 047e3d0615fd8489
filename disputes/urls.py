from django.urls import path

from casework.routes import file_routes
from disputes.models import DisputeCase
from disputes.verbs import VERBS
from disputes.views import cases, documents, worklists

app_name = "disputes"
urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new/", cases.new_case, name="cases-new"),
    path("cases/views/", worklists.keep, name="cases-keep"),
    path("cases/views/<int:pk>/drop/", worklists.drop, name="cases-view-drop"),
    path("cases/many/", worklists.many, name="cases-many"),
    path("cases/many/<int:pk>/", worklists.run_page, name="cases-bulk-run"),
    path("cases/many/<int:pk>/undo/", worklists.undo, name="cases-bulk-undo"),
    path("cases/<int:pk>/agree/", cases.settlement, {"verb": "agree"}, name="cases-agree"),
    path("cases/<int:pk>/reconcile/", cases.settlement, {"verb": "reconcile"}, name="cases-reconcile"),
    path("cases/<int:pk>/documents/", documents.documents, name="cases-documents"),
    path("cases/<int:pk>/documents/<slug:kind>/", documents.preview, name="cases-document"),
    path("cases/<int:pk>/documents/<slug:kind>/<int:page>.png", documents.preview_page, name="cases-document-page"),
    *file_routes("cases", DisputeCase, VERBS, cases.case_page),
]
