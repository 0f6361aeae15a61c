from django.urls import path

from . import board, life, packs, sessions, still, tasters, their_page

app_name = "groups"
urlpatterns = [
    path("groups/", board.board, name="board"),
    path("groups/all/", board.all_of_one, name="all of one"),
    path("groups/pack/", packs.pack, name="pack"),
    path("groups/pack/<str:name>/", packs.pack_page, name="pack page"),
    path("groups/<uuid:group_id>/pack/", packs.printed, name="printed pack"),
    path("groups/to-ask/", still.to_ask, name="to ask"),
    path("groups/<uuid:group_id>/still-going/", still.keep, name="keep answer"),
    path("groups/<uuid:group_id>/still-going/<uuid:answer_id>/so/", still.agree, name="agree with answer"),
    path("groups/<uuid:group_id>/still-going/<uuid:answer_id>/aside/", still.aside, name="lay answer aside"),
    path("groups/new/", life.new, name="new"),
    path("groups/<uuid:group_id>/", life.group, name="group"),
    path("groups/<uuid:group_id>/stage/", life.step, name="stage"),
    path("groups/<uuid:group_id>/stage/<uuid:step_id>/not/", life.take_back, name="take back stage"),
    path("groups/<uuid:group_id>/put-right/", life.put_right, name="put right"),
    path("groups/<uuid:group_id>/holders/", life.holders, name="holders"),
    path("groups/<uuid:group_id>/sessions/", sessions.keep, name="keep session"),
    path("groups/<uuid:group_id>/sessions/<uuid:session_id>/not/", sessions.take_back, name="take back session"),
    path("groups/<uuid:group_id>/sessions/<uuid:session_id>/seen/", sessions.see_to, name="see to session"),
    path("groups/<uuid:group_id>/link/", sessions.make_link, name="make link"),
    path("groups/<uuid:group_id>/link/<uuid:link_id>/", sessions.link, name="link"),
    path("groups/<uuid:group_id>/link/<uuid:link_id>/send/", sessions.send_link, name="send link"),
    path("groups/<uuid:group_id>/link/<uuid:link_id>/end/", sessions.end_link, name="end link"),
    path("groups/<uuid:group_id>/pack.pdf", packs.on_paper, name="pack on paper"),
    path("register/<str:address>/", sessions.register, name="register"),
    path("register/<str:address>/group/", their_page.their_page, name="their page"),
    path("register/<str:address>/pack.pdf", their_page.their_pack, name="their pack"),
    path("register/<str:address>/still-going/", their_page.still_going, name="still going"),
    path("groups/<uuid:group_id>/tasters/", tasters.plan, name="plan taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/put-right/", tasters.change, name="change taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/called-off/", tasters.call_off, name="call off taster"),
    path("groups/<uuid:group_id>/tasters/<uuid:taster_id>/went/", tasters.went, name="taster went"),
]
