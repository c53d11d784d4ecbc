"""Django's settings for the pages: local, without a database of their own, no third party."""

from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from harmledger.workbench.assets import vendor

HERE = Path(__file__).parent
SCREENS = (
    "incidents",
    "incident",
    "relays",
    "report",
    "totals",
    "series",
    "decisions",
    "set_aside",
    "about",
)

# Nothing outlives the process, so neither does the key.
SECRET_KEY = token_urlsafe(50)
DEBUG = False
# Only these names: a page elsewhere can't reach the ledger by pointing its own name here.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["django.contrib.staticfiles", "harmledger.ledger", "harmledger.workbench"]
MIDDLEWARE = [
    "django.middleware.common.CommonMiddleware",  # the one that holds names to ALLOWED_HOSTS
    "django.middleware.security.SecurityMiddleware",
    # A page elsewhere that sends a form to this machine is refused.
    "django.middleware.csrf.CsrfViewMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "harmledger.workbench.shield.policy",
    "harmledger.workbench.shield.visible",
]
ROOT_URLCONF = "harmledger.workbench.urls"
# Ledgers register their own connections (harmledger.ledger.database); there is no other.
DATABASES: dict[str, Any] = {}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates", *(HERE / screen / "templates" for screen in SCREENS)],
        "OPTIONS": {
            "builtins": ["harmledger.workbench.words"],
            "context_processors": ["django.template.context_processors.request"],
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static", ("vendor", vendor())]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# What goes wrong in a page is told in the terminal that serves it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {
        "django": {"handlers": ["terminal"]},
        # A page elsewhere can ask as often as it likes; refusing it is no news.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
