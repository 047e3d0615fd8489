from django.urls import path

from casework.routes import file_routes
from supervision import views
from supervision.models import PartnerDocument, SupervisionDocument, SupervisionMatter
from supervision.printing import views as printing
from supervision.verbs import DOCUMENT_VERBS, MATTER_VERBS, PARTNER_VERBS

app_name = "supervision"
urlpatterns = [
    path("matters/", views.matters, name="matters"),
    path("matters/new/", views.new_matter, name="matters-new"),
    path("matters/<int:pk>/dossier/", views.dossier, name="matters-dossier"),
    path("matters/<int:pk>/dossier/zip/", views.dossier_zip, name="matters-dossier-zip"),
    *file_routes("matters", SupervisionMatter, MATTER_VERBS, views.matter),
    path("documents/", views.documents, name="documents"),
    path("documents/new/", views.new_document, name="documents-new"),
    path("documents/preview/", views.preview, name="documents-preview"),
    path("documents/numbers/", views.numbers, name="documents-numbers"),
    path("documents/<int:pk>/edit/", views.edit_document, name="documents-edit"),
    path("documents/<int:pk>/review/", views.review, name="documents-review"),
    path("documents/<int:pk>/comment/", views.comment, name="documents-comment"),
    path("letters/employers/<int:pk>/", views.ladder, name="ladder"),
    path("documents/<int:pk>/letter/", printing.print_page, name="documents-letter"),
    path("documents/<int:pk>/letter/<int:page>.png", printing.picture, name="documents-picture"),
    path("documents/<int:pk>/file/<slug:form>/", printing.file, name="documents-file"),
    path("documents/<int:pk>/for-the-seal/", printing.for_the_seal, name="documents-for-the-seal"),
    path("documents/<int:pk>/companions/<slug:kind>/<slug:form>/", printing.document_paper, name="documents-companion"),
    path("matters/<int:pk>/companions/<slug:kind>/<slug:form>/", printing.matter_paper, name="matters-companion"),
    path("verify/", printing.verify, name="verify-any"),
    path("verify/<slug:code>/", printing.verify, name="verify"),
    *file_routes("documents", SupervisionDocument, DOCUMENT_VERBS, views.document),
    path("partner-documents/", views.partners, name="partner-documents"),
    path("partner-documents/new/", views.new_partner, name="partner-documents-new"),
    *file_routes("partner-documents", PartnerDocument, PARTNER_VERBS, views.partner),
]
