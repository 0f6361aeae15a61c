"""Every address of the house, room by room."""

from importlib.util import find_spec

from django.urls import include, path

from . import views

# What is asked for most stands first, for an address is looked for from the top.
ROOMS_WITH_PAGES = (
    "desk",
    "web",
    "teams",
    "notices",
    "money",
    "groups",
    "gaps",
    "feedback",
    "meetings",
    "handovers",
    "introductions",
    "noticeboard",
    "evidence",
    "exchange",
    "mine",
    "pictures",
)

urlpatterns = [
    path("", views.front, name="front"),
    path("demo/<uuid:staff_id>/", views.sign_in_with_one_click, name="one click"),
    path("accounts/", include("alongside.teams.sign_in_urls")),
    *(path("", include(f"alongside.{room}.urls")) for room in ROOMS_WITH_PAGES if find_spec(f"alongside.{room}.urls")),
]
handler400 = views.bad_request
handler404 = views.not_there
handler403 = views.not_yours
handler500 = views.our_fault
