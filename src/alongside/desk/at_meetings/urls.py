from django.urls import path

from . import afterwards, bringing, by_link, chasing, day, minutes, room, screen, staying, tables, there

_DAY = "meetings/<uuid:series_id>/on/<str:day>/"
_ONE = f"{_DAY}list/<uuid:listed_id>/"
urlpatterns = [
    path("my-tables/", tables.my_tables, name="my tables"),
    path("my-tables/still/", staying.tables_still, name="tables still"),
    path("my-tables/<uuid:agreed_id>/", tables.say_what_became, name="say what became"),
    path("my-tables/<uuid:series_id>/<str:day>/", tables.the_list, name="the list"),
    path("my-tables/<uuid:series_id>/<str:day>/still/", staying.list_still, name="list still"),
    path("my-tables/<uuid:series_id>/<str:day>/<uuid:listed_id>/", tables.one_of_the_list, name="one of the list"),
    path("my-tables/<uuid:series_id>/<str:day>/<uuid:listed_id>/screen/", screen.screen, name="screen"),
    path("my-tables/<uuid:series_id>/<str:day>/<uuid:listed_id>/still/", screen.still, name="screen still"),
    path("meetings/to-chase/", chasing.to_chase, name="to chase"),
    path("meetings/to-chase/<uuid:seat_id>/", chasing.asked_all, name="asked all again"),
    path("meetings/agreed/<uuid:agreed_id>/heard/", chasing.heard, name="heard what became"),
    path(_DAY, day.meeting, name="meeting"),
    path(f"{_DAY}propose/", bringing.propose, name="propose to meeting"),
    path(f"{_DAY}put-on/", bringing.put_on, name="put on"),
    path(f"{_DAY}proposals/<uuid:proposal_id>/not/", bringing.decline, name="not this time"),
    path(f"{_DAY}send/", day.send, name="send list"),
    path(f"{_DAY}present/", there.present, name="present"),
    path(f"{_DAY}minutes.pdf", minutes.pdf, name="minutes pdf"),
    path(f"{_DAY}minutes.docx", minutes.word, name="minutes word"),
    path(f"{_DAY}close/", day.close, name="close meeting"),
    path(_ONE, room.notes, name="meeting notes"),
    path(f"{_ONE}agreed/", room.agree, name="agree"),
    path(f"{_ONE}agreed/<uuid:agreed_id>/not/", room.not_agreed, name="not agreed"),
    path(f"{_ONE}agreed/<uuid:agreed_id>/asked-again/", afterwards.chase, name="asked again"),
    path(f"{_ONE}off/", day.take_off, name="take off list"),
    path(f"{_ONE}told/", afterwards.tell, name="tell back"),
    path(f"{_ONE}told/<uuid:told_id>/letter/", afterwards.letter, name="letter told"),
    path("seat/<str:address>/", by_link.seat, name="seat"),
    path("seat/<str:address>/open/", by_link.opened, name="seat open"),
    path("seat/<str:address>/still/", by_link.all_still, name="seat still all"),
    path("seat/<str:address>/propose/", by_link.propose, name="seat propose"),
    path("seat/<str:address>/list/<uuid:listed_id>/", by_link.one, name="seat one"),
    path("seat/<str:address>/list/<uuid:listed_id>/still/", by_link.still, name="seat still"),
    path("seat/<str:address>/took-on/<uuid:agreed_id>/", by_link.answer, name="seat answer"),
]
