"""Addresses: the site below its language, the admin and files beside it."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from base import views as base_views
from base.routing import read_page
from home import views as home_views
from home.design import design
from practices import views as practice_views
from search import views as search_views
from search.api.reading import api_page
from search.api.urls import nothing as api_nothing
from search.open_data import views as open_data_views

handler400 = "home.views.bad_request"
handler403 = "home.views.forbidden"
handler404 = "home.views.not_found"
handler500 = "home.views.server_error"

urlpatterns = [
    path("", home_views.choose_language, name="root"),
    path("health/live/", base_views.live, name="health_live"),
    path("health/ready/", base_views.ready, name="health_ready"),
    path(".well-known/security.txt", base_views.security_txt),
    path("robots.txt", home_views.robots, name="robots"),
    path("sitemap.xml", home_views.sitemap, name="sitemap"),
    path("api/v1/", include("search.api.urls")),
    re_path(r"^api/(?:[\s\S]*/)?$", api_nothing),
    path("open-data/datapackage.json", open_data_views.package, name="open_data_package"),
    path("open-data/<str:name>", open_data_views.file, name="open_data_file"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("english-version/<uuid:key>/", base_views.ask_for_english, name="ask_for_english"),
    path("media-zamkniete/<path:name>", base_views.closed_image, name="closed_image"),
    path("media-oryginaly/<path:name>", base_views.original_file, name="original_image"),
]

if settings.DEBUG:
    urlpatterns += [path("_design/", design, name="design")]
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns += i18n_patterns(
    path(_("search/"), include("search.urls")),
    path(_("search/suggestions/"), search_views.suggestions, name="suggestions"),
    re_path(_(r"^search/practices\.(xlsx|csv)$"), search_views.export, name="practices_export"),
    path("api/", api_page, name="api_page"),
    path(_("open-data/"), open_data_views.open_data, name="open_data"),
    path("opensearch.xml", search_views.opensearch, name="opensearch"),
    path(_("practices/pack/<uuid:key>/"), practice_views.pack, name="practice_pack"),
    path(_("practices/ask/<uuid:key>/"), practice_views.ask, name="practice_ask"),
    # Files that pages serve beside themselves (feeds, calendars); Wagtail's own pattern has no dot.
    re_path(r"^((?:[\w\-]+/)+[\w\-]+\.(?:xml|ics))$", read_page, name="page_file"),
    # Every page; the addresses that Wagtail keeps for itself begin with an underscore.
    re_path(r"^(?!_)((?:[\w\-]+/)*)$", read_page, name="page"),
    path("", include(wagtail_urls)),
)
