from django.urls import path

from casework.routes import file_routes
from supervision import views
from supervision.models import PartnerDocument, SupervisionDocument, SupervisionMatter
from supervision.verbs import DOCUMENT_VERBS, MATTER_VERBS, PARTNER_VERBS

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
    path("letters/employers/<int:pk>/", views.ladder, name="ladder"),
    path("documents/<int:pk>/letter/", views.letter, name="documents-letter"),
    *file_routes("documents", SupervisionDocument, DOCUMENT_VERBS, views.document),
    path("partner-documents/", views.partners, name="partner-documents"),
    path("partner-documents/new/", views.new_partner, name="partner-documents-new"),
    *file_routes("partner-documents", PartnerDocument, PARTNER_VERBS, views.partner),
]
