"""The door for a web server."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from alongside.foundation.collecting import collect_seldom

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")
application = get_wsgi_application()
# Every room's pages are loaded before the door opens, or whoever comes in first waits for them all.
get_resolver().url_patterns  # noqa: B018
collect_seldom()
