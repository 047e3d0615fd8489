from django.urls import path

from casework.documents import views as documents

from . import explaining, guide, views

app_name = "casework"
urlpatterns = [
    path("deadlines/", views.calculator, name="deadlines"),
    path("deadlines/<str:kind>/<int:pk>/", explaining.why, name="why"),
    path("guide/<str:kind>/", guide.guide, name="guide"),
    path("templates/", documents.templates, name="templates"),
    path("templates/<int:pk>/", documents.template, name="template"),
    path("templates/<int:pk>/revise/", documents.begin, name="template-revise"),
    path("templates/<int:pk>/edit/", documents.edit, name="template-edit"),
    path("templates/<int:pk>/activate/", documents.activate, name="template-activate"),
    path("templates/<int:pk>/examples/<int:example>/<int:page>.png", documents.example_page, name="template-example"),
    path("drafts/<path:key>/", views.draft, name="draft"),
]
