"""The one settings file. Everything that differs between two installations is read from the environment.

SECRET_KEY, DEBUG, HTTPS, REQUIRE_TOTP, ALLOWED_HOSTS, CSRF_TRUSTED_ORIGINS, FORWARDED_ALLOW_IPS, SITE_URL, SITE_NAME, RUN_BY, CONTACT,
LICENCE, LICENCE_URL, DATABASE_URL, CACHE_URL, VAR_DIR, LOG_KEY, LOG_KEYS_BEFORE, LOG_LEVEL, LOG_FORMAT, METRICS_TOKEN, FETCHING, EMAIL_URL,
DEFAULT_FROM_EMAIL
"""

from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from timeline.running.expected import expect_link, strong_key

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAR_DIR", default="") or BASE_DIR / "var")  # whatever a running archive writes

DEBUG = env.bool("DEBUG", default=False)
HTTPS = env.bool("HTTPS", default=not DEBUG)  # false only on plain http at one's own machine
SITE_NAME = env.str("SITE_NAME", default="On Record")
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
RUN_BY = env.str("RUN_BY", default="")  # who answers for the archive, as its readers are told
CONTACT = env.str("CONTACT", default="")  # an address of mail or of a page
LICENCE = env.str("LICENCE", default="CC BY 4.0")  # of what the archive itself wrote and worked out; quotations stay their authors'
LICENCE_URL = env.str("LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/")
LOG_KEY = env.str("LOG_KEY", default="")  # signs checkpoints of the publication log; else var/log_key does, made on first use
LOG_KEYS_BEFORE = env.list("LOG_KEYS_BEFORE", default=[])  # public keys that signed earlier checkpoints
REQUIRE_TOTP = env.bool("REQUIRE_TOTP", default=False)  # whether publishers and administrators need a code of their telephone to sign in
expect_link("LICENCE_URL", LICENCE_URL)
expect_link("CONTACT", CONTACT, or_mail=True)
FETCHING = env.bool("FETCHING", default=False)  # whether editors may have pages and feeds fetched from the public web

KEY_FILE = VAR_DIR / "secret_key"
SECRET_KEY = strong_key(env.str("SECRET_KEY", default="") or (KEY_FILE.read_text().strip() if KEY_FILE.exists() else ""), KEY_FILE)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
FORWARDED_ALLOW_IPS = env.list("FORWARDED_ALLOW_IPS", default=["127.0.0.1", "::1"])  # proxies whose word counts; gunicorn reads the same
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django_tasks",
    "django_tasks_db",  # these before the archive, which takes their tables out of the admin
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "archive",
    "timeline",
    "archive.admin_site.RecordAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "csp",
]
IN_EACH_ROUND = ["timeline.alerts.rounds.send_alerts"]  # what `manage.py work` does every five minutes beside its own
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # background work waits in the database for `manage.py work`
MIDDLEWARE = [
    "timeline.running.requests.Numbered",
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "timeline.serving.gate.Gate",
    "timeline.running.probes.Probes",
    "timeline.running.metrics.Exported",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # what is not kept; masked by bytes of a random length, so that no length tells a secret
    "timeline.keeping.pages.KeptPages",
    "csp.middleware.CSPMiddleware",
    "archive.signing_in.middleware.Kept",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "archive.signing_in.middleware.Sessions",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "timeline.middleware.OldAddresses",
    "axes.middleware.AxesMiddleware",  # last: it answers in place of the page where somebody was locked out
    "timeline.running.metrics.CountedByView",
]
ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "timeline.context.site",
            ],
        },
    },
]


# The database. Not ATOMIC_REQUESTS: with IMMEDIATE transactions every page would take the write lock.


def database() -> dict[str, object]:
    """SQLite in var/, or what DATABASE_URL names."""
    chosen = env.db("DATABASE_URL") if env.str("DATABASE_URL", default="") else {"ENGINE": "django.db.backends.sqlite3"}
    engine = chosen["ENGINE"]
    if engine == "django.db.backends.sqlite3":
        chosen["ENGINE"] = "timeline.serving.sqlite"
        chosen.setdefault("NAME", VAR_DIR / "on-record.sqlite3")
        chosen["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 45,  # seconds that a writer waits for those before: shorter than a proxy does, which is a minute
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        }
        chosen["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}  # a file, as in earnest: in memory, locks and pragmas are others
    elif engine != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "The archive lives in SQLite or PostgreSQL: give DATABASE_URL as postgres://user@host/name, or leave it out."
        )
    return chosen | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cache for all workers: what one of them keeps, the others find. Public pages as they were made have files of their own.
CACHE_URL = env.str("CACHE_URL", default="")
if CACHE_URL.startswith("redis") and find_spec("redis") is None:
    raise ImproperlyConfigured("CACHE_URL names Redis, which needs `pip install redis`. Leave it out, and pages are kept in files.")
IN_FILES = {
    "default": {
        "BACKEND": "timeline.keeping.files.Forgiving",
        "LOCATION": VAR_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    "pages": {"BACKEND": "timeline.keeping.files.Files", "LOCATION": VAR_DIR / "cache" / "pages"},
}
CACHES = dict.fromkeys(IN_FILES, env.cache("CACHE_URL")) if CACHE_URL else IN_FILES

# Alerts go by mail where a server is named, such as smtp+tls://user:password@mail.example:587.
EMAIL_URL = env.str("EMAIL_URL", default="")
vars().update(env.email_url("EMAIL_URL") if EMAIL_URL else {})
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"alerts@{urlsplit(SITE_URL).hostname}")

AUTH_USER_MODEL = "archive.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "archive.signing_in.passwords.NotGuessedFirst"},
]
LOGIN_URL = "desk:sign-in"
AUTHENTICATION_BACKENDS = ["archive.signing_in.backend.Guarded"]
PASSWORD_HASHERS = [  # scrypt takes 32 MB, which whoever guesses needs too, and no longer than PBKDF2
    "archive.signing_in.hashing.Scrypt",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
SESSION_ENGINE = "archive.signing_in.sessions"
MESSAGE_STORAGE = "archive.signing_in.cookies.Messages"
SESSION_COOKIE_AGE = 2 * 3600  # since somebody did something

# Who typed five wrong passwords waits an hour: this person from this network alone, so that nobody locks out others whose names he knows.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(hours=1)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_HANDLER = "archive.signing_in.failures.CountedOnce"
AXES_CLIENT_IP_CALLABLE = "timeline.serving.throttling.address_of_network"
AXES_LOCKOUT_CALLABLE = "archive.desk.together.sign_in.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken", "next"]  # of what is kept of a failure
AXES_DISABLE_ACCESS_LOG = True  # who is signed in stands in the sessions, and nowhere when they ended
AXES_VERBOSE = AXES_ENABLE_ADMIN = False
OTP_TOTP_ISSUER = SITE_NAME
CSRF_FAILURE_VIEW = "archive.desk.together.refusals.without_token"

LANGUAGE_CODE = "en-gb"  # day before month, as the record writes dates
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ROOT = BASE_DIR / "timeline" / "static" / "timeline" / "root"  # favicon.ico, which browsers ask for at the top
MEDIA_URL = "media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "timeline.serving.static_files.StaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20  # a pasted text of 2 MB is three times as long in a form's encoding

# What a browser may do with our pages: nothing from elsewhere and nothing inline, so that a script smuggled into a text is dead.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = ["^(healthz|readyz|metrics)$"]  # asked by machines on this side of the proxy
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
if HTTPS:
    # gunicorn takes a proxy's word on https from this machine alone, so no proxy header is trusted here.
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"

# The API is public reading: nobody is logged in there, so no cookie ever counts and an answer is the same for all.
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "timeline.api.problems.answer",
    "URL_FORMAT_OVERRIDE": None,  # `?format=` is no parameter here: there is one format
}
SPECTACULAR_SETTINGS = {
    "TITLE": SITE_NAME,
    "DESCRIPTION": "Dated, sourced statements of public people, and where each claim was said again.",
    "VERSION": "1",
    "LICENSE": {"name": LICENCE, "url": LICENCE_URL},
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},  # the validator would be a foreign server
    "ENUM_NAME_OVERRIDES": {
        "StatementKind": "archive.enums.StatementKind",
        "SpeakerKind": "archive.enums.SpeakerKind",
        "OutletKind": "archive.enums.OutletKind",
        "OccasionKind": "archive.enums.OccasionKind",
        "ArticleKind": "archive.enums.ArticleKind",
        "RevisionClass": "archive.enums.RevisionClass",
    },
}

METRICS_TOKEN = env.str("METRICS_TOKEN", default="")  # with it /metrics is told to other machines too

# The log: lines for people, or JSON for programs. Nothing in them tells of a person: see timeline.running.lines.
LOG_LEVEL, LOG_FORMAT = env.str("LOG_LEVEL", default="WARNING"), env.str("LOG_FORMAT", default="text")
LOG_FORMATS = {"text": "timeline.running.lines.Text", "json": "timeline.running.lines.Json"}
if LOG_FORMAT not in LOG_FORMATS:
    raise ImproperlyConfigured("LOG_FORMAT is text or json.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": LOG_FORMATS[LOG_FORMAT]}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        "timeline.running.sign_ins": {"level": "INFO"},  # told at any level
    },
}
