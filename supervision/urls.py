from django.urls import path

from casework.routes import file_routes
from supervision import views
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.verbs import DOCUMENT_VERBS, MATTER_VERBS

app_name = "supervision"
urlpatterns = [
    path("matters/", views.matters, name="matters"),
    path("matters/new/", views.new_matter, name="matters-new"),
    *file_routes("matters", SupervisionMatter, MATTER_VERBS, views.matter),
    path("documents/", views.documents, name="documents"),
    path("documents/new/", views.new_document, name="documents-new"),
    path("documents/preview/", views.preview, name="documents-preview"),
    path("documents/numbers/", views.numbers, name="documents-numbers"),
    path("documents/<int:pk>/edit/", views.edit_document, name="documents-edit"),
    path("documents/<int:pk>/review/", views.review, name="documents-review"),
    path("documents/<int:pk>/comment/", views.comment, name="documents-comment"),
    path("documents/<int:pk>/letter/", views.letter, name="documents-letter"),
    *file_routes("documents", SupervisionDocument, DOCUMENT_VERBS, views.document),
]
