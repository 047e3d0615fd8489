from django.urls import path

from casework.importing.views import import_routes
from casework.routes import file_routes
from disputes.imports.intake import CASE_IMPORT
from disputes.models import DisputeCase, PostAgreementRoute
from disputes.verbs import ROUTE_VERBS, VERBS
from disputes.views import (
    agreements,
    cases,
    documents,
    dossier,
    groups,
    mediation,
    reckoning,
    roster,
    routes,
    worklists,
)

app_name = "disputes"
urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new/", cases.new_case, name="cases-new"),
    *import_routes("cases/import", app_name, CASE_IMPORT),
    path("cases/views/", worklists.keep, name="cases-keep"),
    path("cases/views/<int:pk>/drop/", worklists.drop, name="cases-view-drop"),
    path("cases/many/", worklists.many, name="cases-many"),
    path("cases/many/<int:pk>/", worklists.run_page, name="cases-bulk-run"),
    path("cases/many/<int:pk>/undo/", worklists.undo, name="cases-bulk-undo"),
    path("cases/<int:pk>/draft_agreement/", agreements.draft, name="cases-draft-agreement"),
    path("cases/<int:pk>/draft_agreement/check/", agreements.check, name="cases-draft-check"),
    path("cases/<int:pk>/draft_agreement/<slug:part>/", agreements.draft, name="cases-draft-part"),
    path("cases/<int:pk>/agree/", agreements.settlement, {"verb": "agree"}, name="cases-agree"),
    path("cases/<int:pk>/reconcile/", agreements.settlement, {"verb": "reconcile"}, name="cases-reconcile"),
    path("cases/<int:pk>/assign/", mediation.assign, name="cases-assign"),
    path("cases/<int:pk>/close_out/", mediation.close_out, name="cases-close-out"),
    path("mediation/calendar/", mediation.calendar, name="calendar"),
    path("mediation/tasks/", mediation.tasks, name="tasks"),
    path("mediators/", roster.roster, name="mediators"),
    path("mediators/new/", roster.enter, name="mediators-new"),
    path("mediators/<int:pk>/", roster.mediator, name="mediators-page"),
    path("mediators/<int:pk>/<slug:act>/", roster.change, name="mediators-change"),
    path("cases/<int:pk>/documents/", documents.documents, name="cases-documents"),
    path("cases/<int:pk>/documents/<slug:kind>/", documents.preview, name="cases-document"),
    path("cases/<int:pk>/documents/<slug:kind>/<int:page>.png", documents.preview_page, name="cases-document-page"),
    path("cases/<int:pk>/story.pdf", dossier.story, name="cases-story"),
    path("cases/<int:pk>/reckoning/", reckoning.reckoning, name="cases-reckoning"),
    path("cases/<int:pk>/keep_reckoning/", reckoning.reckoning),  # the step is taken where it was reckoned
    path("cases/<int:pk>/dossier/", dossier.dossier, name="cases-dossier"),
    path("cases/<int:pk>/dossier/zip/", dossier.dossier_zip, name="cases-dossier-zip"),
    path("cases/<int:pk>/roster/", groups.roster, name="cases-roster"),
    path("cases/<int:pk>/roster/form/", groups.roster_form, name="cases-roster-form"),
    path("cases/<int:pk>/roster/reveal/", groups.roster_reveal, name="cases-roster-reveal"),
    path("routes/", routes.routes, name="routes"),
    *file_routes("routes", PostAgreementRoute, ROUTE_VERBS, routes.route_page),
    *file_routes("cases", DisputeCase, VERBS, cases.case_page),
]
