from django.urls import path

from casework.routes import file_routes
from disputes import views
from disputes.models import DisputeCase
from disputes.verbs import VERBS

app_name = "disputes"
urlpatterns = [
    path("cases/", views.cases, name="cases"),
    path("cases/new/", views.new_case, name="cases-new"),
    path("cases/<int:pk>/agree/", views.settlement, {"verb": "agree"}, name="cases-agree"),
    path("cases/<int:pk>/reconcile/", views.settlement, {"verb": "reconcile"}, name="cases-reconcile"),
    *file_routes("cases", DisputeCase, VERBS, views.case_page),
]
