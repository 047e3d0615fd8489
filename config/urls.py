"""All addresses of the system."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import SimpleRouter

from casework.calculator import PreviewView
from config.health import healthz, readyz
from desk.api import ROUTES as DESK
from disputes.api import ROUTES as DISPUTES
from hotline.api import ROUTES as HOTLINE
from hotline.telephony.endpoint import VIEWS as TELEPHONY
from organizations.admin import control
from organizations.api import ROUTES as ORGANIZATIONS
from organizations.api import TokenView
from referrals.api import ROUTES as REFERRALS
from referrals.health.api import VIEWS as HEALTH
from referrals.incoming_api import VIEWS as INCOMING
from referrals.papers_api import VIEWS as PAPERS
from reports.api import VIEWS as REPORTS
from reports.filings.api import ROUTES as FILINGS
from supervision.api import ROUTES as SUPERVISION

router = SimpleRouter(use_regex_path=False)
for prefix, viewset in [*HOTLINE, *DISPUTES, *SUPERVISION, *REFERRALS, *FILINGS, *DESK, *ORGANIZATIONS]:
    router.register(prefix, viewset, basename=prefix)

VIEWS = [*REPORTS, *TELEPHONY, *HEALTH, *INCOMING, *PAPERS]
api = [
    *router.urls,
    path("token/", TokenView.as_view(), name="token"),
    path("deadlines/preview/", PreviewView.as_view(), name="deadline-preview"),
    *[path(address, view.as_view(), name=name) for address, view, name in VIEWS],
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="api:schema"), name="docs"),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("control/", control.urls),
    path("language/", login_not_required(set_language), name="set_language"),
    path("api/v1/", include((api, "api"))),
    path("", include("organizations.urls")),
    path("", include("casework.urls")),
    path("", include("hotline.urls")),
    path("", include("disputes.urls")),
    path("", include("supervision.urls")),
    path("", include("referrals.urls")),
    path("", include("reports.urls")),
    path("", include("desk.urls")),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"
