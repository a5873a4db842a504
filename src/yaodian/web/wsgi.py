"""The application that a server runs, with what its pages keep already read."""

from __future__ import annotations

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yaodian.web.settings")
application = get_wsgi_application()
import_module("yaodian.web.pages.warming").warm()  # it needs Django set up
