from django.urls import path

from . import views

app_name = "casework"
urlpatterns = [
    path("deadlines/", views.calculator, name="deadlines"),
    path("drafts/<path:key>/", views.draft, name="draft"),
]
