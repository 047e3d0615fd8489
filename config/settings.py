"""Settings. Everything that differs between machines comes from the environment; the rest is fixed here.

A needed value which is not set stops the start and is named: a guessed secret or database is worse than no system.
"""

from ipaddress import ip_network
from os import environ
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import beat
from config.enums import ENUM_NAMES
from config.environment import NamedEnv, broker_url, insist_on_address, needed
from config.papers import paper_store

BASE_DIR = Path(__file__).resolve().parent.parent
env = NamedEnv()
DEBUG = env.bool("DEBUG", default=False)
# Plain HTTP on this machine only, as `manage.py up` serves it: cookies cannot be limited to HTTPS there.
HEYI_LOOPBACK = env.bool("HEYI_LOOPBACK", default=False)
needed("SECRET_KEY", "FIELD_KEYS", "DATABASE_URL", "REDIS_URL")
if not (DEBUG or HEYI_LOOPBACK):
    needed("ALLOWED_HOSTS", "EMAIL_URL")  # without them every page is refused, and mail to offices ends in a log
insist_on_address("DATABASE_URL", "postgres", "postgresql")
insist_on_address("REDIS_URL", "redis", "rediss", "unix")

# --- what the environment decides ------------------------------------------------------------------------------------
DATA_DIR = Path(env.str("HEYI_DATA", default=str(BASE_DIR / "var"))).resolve()
SECRET_KEY = env.str("SECRET_KEY")
# Keys of the encrypted columns, comma-separated: the first encrypts, all of them decrypt. Each is 32 bytes in base64.
FIELD_KEYS: list[str] = env.list("FIELD_KEYS")
FIELD_CIPHER = env.str("FIELD_CIPHER", default="aes")  # or sm4
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Demonstration data is shown, its accounts may sign in, and every page says so.
HEYI_DEMO = env.bool("HEYI_DEMO", default=False)
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(DATA_DIR / "media")))
# Folders with more fonts, parted by ":" as in PATH: those the union has a licence for come before the free ones.
FONTS_DIRS = [Path(folder) for folder in env.str("FONTS_DIR", default="").split(":") if folder]
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "static")))
REDIS_URL = env.str("REDIS_URL")
SENTRY_DSN = env.str("SENTRY_DSN", default="")  # where faults are told, see config/faults.py
# The one password of all demonstration accounts; valid in a demonstration only.
HEYI_DEMO_PASSWORD = env.str("HEYI_DEMO_PASSWORD", default="") if HEYI_DEMO else ""
if env.str("EMAIL_URL", default=""):
    insist_on_address("EMAIL_URL", *env.EMAIL_SCHEMES)
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="heyi@localhost")
EMAIL_TIMEOUT = 20  # seconds; shorter than the lease of a delivery
# What links in mails begin with, and the code of verification on a document: never taken from a request, whose Host
# anybody can write. It is printed, so it is chosen before the first document is signed.
PUBLIC_URL = (env.str("PUBLIC_URL", default="") or f"https://{[*ALLOWED_HOSTS, 'localhost'][0]}").rstrip("/")

# --- applications ----------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "organizations",
    "casework",
    "disputes",
    "supervision",
    "hotline",
    "referrals",
    "desk",
    "reports",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "config.apps.StaticFiles",
    "django.contrib.postgres",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "csp",
    "bootstrap",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.limits.NothingKeptMiddleware",
    "config.limits.RequestLimitsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.ChosenLanguageMiddleware",
    "config.slashes.SlashMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "organizations.middleware.SessionRulesMiddleware",
    "organizations.middleware.OfficerMiddleware",
    "casework.middleware.SteadyMiddleware",
    "casework.middleware.RefusalMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "casework.form_rendering.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desk.context.frame",
            ],
        },
    },
]

# --- data ------------------------------------------------------------------------------------------------------------
# Persistent connections and no pool: a pool opened before gunicorn forks hands one worker another worker's rows.
DATABASES = {"default": {**env.db("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # of a body without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# --- language and time -----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"  # fixed: legal periods are counted in days of this zone

# --- people and sessions ---------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "organizations.User"
AUTHENTICATION_BACKENDS = ["organizations.backends.OfficerBackend"]
LOGIN_URL = "organizations:login"
LOGIN_REDIRECT_URL = "/"
LOGIN_ATTEMPTS_PER_NAME = 10
LOGIN_ATTEMPTS_PER_ADDRESS = 100  # a county office stands behind one address
LOGIN_WINDOW_MINUTES = 15
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # outlives the broker, and can be ended for all of a person
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_SECONDS = 60 * 60
MESSAGE_STORAGE = "organizations.notices.Notices"

TELEPHONY_BAD_SIGNATURES = 20  # of one address within LOGIN_WINDOW_MINUTES; what is signed well is never counted
REFERRALS_BAD_SIGNATURES = 20  # the same for the systems of authorities
LINE_STREAMS = env.int("LINE_STREAMS", default=16)  # open streams of calls in one web process, each holding a thread
LINE_STREAM_SECONDS = 10 * 60  # then the browser connects anew, so that no stream outlives a session or a duty for long

# Messages to the systems of authorities go to public addresses only, and to the closed networks named here (CIDR).
DELIVERY_NETWORKS = env.list("DELIVERY_NETWORKS", cast=ip_network, default=[])
DELIVERY_CA_FILE = env.str("DELIVERY_CA_FILE", default="")  # certificates of the offices' own authorities, PEM
DELIVERY_CONNECT_SECONDS = env.float("DELIVERY_CONNECT_SECONDS", default=5)
DELIVERY_TOTAL_SECONDS = env.float("DELIVERY_TOTAL_SECONDS", default=30)  # resolved, connected, sent, answered
DELIVERY_ANSWER_BYTES = 64 * 1024

REVEALS_PER_HOUR = 30  # of one person, over all files: more than anybody needs for the work, less than copying needs

# --- cookies and headers ---------------------------------------------------------------------------------------------
SECURE = not HEYI_LOOPBACK
COOKIE_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked by the container itself, without a proxy before it
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
# Whether a name goes into the lists browsers are built with is for the owner of the whole domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws its ticks and arrows as data: pictures inside its own style sheet
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# --- static files ----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("map", "png", "gif", "woff", "woff2")
# Compressing takes half a minute and saves nothing on the way from this machine to itself.
HASHED_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
COMPRESSED_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": paper_store(environ),
    "staticfiles": {"BACKEND": HASHED_STORAGE if HEYI_LOOPBACK else COMPRESSED_STORAGE},
}

# --- API -------------------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "organizations.tokens.BearerAuthentication",
        "organizations.tokens.OfficerSessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["organizations.tokens.HoldsDuty"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser", "rest_framework.parsers.MultiPartParser"],
    "DEFAULT_PAGINATION_CLASS": "casework.paging.CursorPages",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.problem.problem_json",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Heyi",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],  # says how to ask, not what is kept
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": ENUM_NAMES,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.openapi.describe_refusals",
    ],
}

# --- tasks -----------------------------------------------------------------------------------------------------------
# Durability rests on rows, not on messages (the relay finds again whatever the broker loses), so nothing is kept there.
CELERY_BROKER_URL = broker_url(REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 60
CELERY_TASK_SOFT_TIME_LIMIT = 45
CELERY_TASK_DEFAULT_QUEUE = "tick"
CELERY_TASK_QUEUES: dict[str, dict[str, str]] = {
    name: {} for name in ("tick", "relay", "court", "procuratorate", "hr", "justice", "other", "union")
}
# The relay ticks where the messages are carried: what keeps the worker of all other jobs busy delays no message.
CELERY_TASK_ROUTES = {"referrals.tasks.relay": {"queue": "relay"}}
CELERY_TASK_CREATE_MISSING_QUEUES = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1  # a message waiting in a worker is a message lost for minutes when it dies
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = env.float("WORKER_STOP_SECONDS", default=20)
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 120,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
    "health_check_interval": 10,
    "max_connections": 50,
}
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULER = "config.clock:Clock"
CELERY_BEAT_SCHEDULE = beat.SCHEDULE

# --- logs ------------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "config.logs.LineFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "celery": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
