"""What a WSGI server loads: the site with its addresses, so that the first who asks need not wait for them."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from timeline.serving.pool import keep_connections_small, share_connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

share_connections(settings.DATABASES)
keep_connections_small(settings.DATABASES)
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)
import_module("timeline.conditional").release()  # names the code that is loaded, before the folder holds another
