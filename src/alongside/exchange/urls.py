from django.urls import path

from . import moving, sheet

app_name = "exchange"
_FILE = "moving-in/<uuid:moving_id>/"
urlpatterns = [
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
