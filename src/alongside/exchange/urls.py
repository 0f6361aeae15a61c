from django.urls import path

from . import feed_pages, file_pages, moving, sheet
from .open_referral import views as open_referral
from .series import pages as series
from .uses import pages as uses

app_name = "exchange"
_FILE = "moving-in/<uuid:moving_id>/"
_FEED = "feeds/<uuid:feed_id>/"
_BROUGHT = "feeds/files/<uuid:file_id>/"
_OPEN = "open-referral/3.0/"
urlpatterns = [
    path(_OPEN, open_referral.about, name="open referral"),
    path(f"{_OPEN}package.zip", open_referral.package, name="open referral package"),
    path(f"{_OPEN}services", open_referral.services, name="services"),
    path(f"{_OPEN}services/<uuid:service_id>", open_referral.service, name="service"),
    path(f"{_OPEN}service_at_locations", open_referral.service_at_locations, name="service at locations"),
    path(f"{_OPEN}service_at_locations/<uuid:at_id>", open_referral.service_at_location, name="service at location"),
    path(f"{_OPEN}taxonomies", open_referral.taxonomies, name="taxonomies"),
    path(f"{_OPEN}taxonomies/<uuid:taxonomy_id>", open_referral.taxonomy, name="taxonomy"),
    path(f"{_OPEN}taxonomy_terms", open_referral.taxonomy_terms, name="taxonomy terms"),
    path(f"{_OPEN}taxonomy_terms/<uuid:term_id>", open_referral.taxonomy_term, name="taxonomy term"),
    path("feeds/", feed_pages.feeds, name="feeds"),
    path("feeds/files/", file_pages.files, name="files"),
    path(_BROUGHT, file_pages.file, name="file"),
    path(f"{_BROUGHT}how-far/", file_pages.how_far, name="file how far"),
    path(f"{_BROUGHT}loaded/", file_pages.load, name="load file"),
    path(f"{_BROUGHT}thrown-away/", file_pages.throw_away, name="throw file away"),
    path(_FEED, feed_pages.feed, name="feed"),
    path(f"{_FEED}how-far/", feed_pages.how_far, name="feed how far"),
    path(f"{_FEED}read/", feed_pages.read, name="read feed"),
    path(f"{_FEED}ended/", feed_pages.end, name="end feed"),
    path("meetings/from-a-table/", series.many, name="many meetings"),
    path("use-of-services/", uses.uses, name="uses"),
    path("use-of-services/<uuid:brought_id>/taken-back/", uses.take_back, name="take back uses"),
    path("moving-in/", moving.moving_in, name="moving in"),
    path("moving-in/example/<str:name>", moving.example, name="example"),
    path(_FILE, moving.dry_run_page, name="dry run"),
    path(f"{_FILE}settled/", moving.settle, name="settle"),
    path(f"{_FILE}how-far/", moving.how_far_page, name="how far"),
    path(f"{_FILE}loaded/", moving.load, name="load"),
    path(f"{_FILE}taken-back/", moving.take_back, name="take back"),
    path(f"{_FILE}confirmed/", moving.confirm, name="confirm"),
    path(f"{_FILE}thrown-away/", moving.throw_away, name="throw away"),
    path("people/<uuid:person_id>/sheet/", sheet.sheet_said, name="sheet said"),
]
