from django.urls import path

from . import calendar, calling, reflecting, seats

app_name = "meetings"
_SERIES = "meetings/<uuid:series_id>/"
urlpatterns = [
    path("meetings/", calling.all_series, name="all"),
    path("meetings/new/", calling.new, name="new"),
    path("meetings/calendar/", calendar.own, name="own calendar"),
    path("meeting-days/<str:address>.ics", calendar.calendar, name="calendar"),
    path(f"{_SERIES}days.ics", calendar.of_a_series, name="days of a series"),
    path("team-reflection/", reflecting.reflections, name="reflections"),
    path("team-reflection/new/", reflecting.bring, name="bring a scene"),
    path("team-reflection/<uuid:reflection_id>/", reflecting.reflection, name="reflection"),
    path("team-reflection/<uuid:reflection_id>/thoughts/<uuid:thought_id>/not/", reflecting.take_back, name="take back thought"),
    path(_SERIES, calling.series, name="series"),
    path(f"{_SERIES}put-right/", calling.put_right, name="put right"),
    path(f"{_SERIES}seats/", seats.give, name="give seat"),
    path(f"{_SERIES}seats/<uuid:seat_id>/", seats.seat, name="seat"),
    path(f"{_SERIES}seats/<uuid:seat_id>/sent/", seats.send_invitation, name="send invitation"),
    path(f"{_SERIES}seats/<uuid:seat_id>/link/", seats.another_link, name="another link"),
    path(f"{_SERIES}seats/<uuid:seat_id>/link/end/", seats.end_link, name="end link"),
    path(f"{_SERIES}seats/<uuid:seat_id>/left/", seats.leave, name="leave seat"),
]
