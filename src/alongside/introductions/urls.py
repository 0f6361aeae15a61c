from django.urls import path

from . import bringing, introducers

app_name = "introductions"
_ONE = "introducers/<uuid:introducer_id>/"
urlpatterns = [
    path("introducers/", introducers.everybody, name="introducers"),
    path("introducers/new/", introducers.new, name="new introducer"),
    path(_ONE, introducers.one, name="introducer"),
    path(f"{_ONE}send/", introducers.send_link, name="send introducers link"),
    path(f"{_ONE}link/", introducers.another_link, name="another introducers link"),
    path(f"{_ONE}link/end/", introducers.end_link, name="end introducers link"),
    path("my-introductions/", bringing.my_introductions, name="my introductions"),
    path("my-introductions/<uuid:introducer_id>/", bringing.bring_signed_in, name="bring signed in"),
    path("introduce-somebody/<str:address>/", bringing.by_link, name="bring"),
]
