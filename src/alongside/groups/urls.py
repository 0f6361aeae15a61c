from django.urls import path

from . import board, life, tasters

app_name = "groups"
urlpatterns = [
    path("groups/", board.board, name="board"),
    path("groups/new/", life.new, name="new"),
    path("groups/<uuid:group_id>/", life.group, name="group"),
    path("groups/<uuid:group_id>/stage/", life.step, name="stage"),
    path("groups/<uuid:group_id>/stage/<uuid:step_id>/not/", life.take_back, name="take back stage"),
    path("groups/<uuid:group_id>/put-right/", life.put_right, name="put right"),
    path("groups/<uuid:group_id>/holders/", life.holders, name="holders"),
    path("groups/<uuid:group_id>/tasters/", tasters.plan, name="plan taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/", tasters.taster, name="taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/put-right/", tasters.change, name="change taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/called-off/", tasters.call_off, name="call off taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/went/", tasters.went, name="taster went"),
]
