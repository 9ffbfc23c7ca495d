"""The WSGI application; production is the default outside a developer's hands."""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

sys.path.extend(
    str(path)
    for path in (Path(__file__).resolve().parents[2], Path(__file__).resolve().parents[1])
    if str(path) not in sys.path
)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
