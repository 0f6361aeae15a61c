from django.urls import path

from . import by_link, ours, theirs, turns

_THEM = "people/<uuid:person_id>/"
_ONE = f"{_THEM}step-ups/<uuid:step_up_id>/"
urlpatterns = [
    path("step-ups/", ours.everything, name="step ups"),
    path(f"{_THEM}step-up/", ours.whom, name="step up to whom"),
    path(f"{_THEM}step-up/<uuid:receiver_id>/", ours.hand_over, name="step up to"),
    path(_ONE, ours.one, name="step up"),
    path(f"{_ONE}say/", turns.say, name="say in step up"),
    path(f"{_ONE}back/", turns.take_back, name="take step up back"),
    path(f"{_ONE}told/", turns.tell_them, name="told of step up"),
    path(f"{_ONE}link/", turns.link, name="step up link"),
    path(f"{_ONE}link/send/", turns.send_link, name="send step up link"),
    path(f"{_ONE}link/another/", turns.another_link, name="another step up link"),
    path(f"{_ONE}link/end/", turns.end_link, name="end step up link"),
    path(f"{_ONE}shared/", turns.shared, name="shared page"),
    path("handed-to-me/", theirs.everything, name="handed to me"),
    path("handed-to-me/<uuid:step_up_id>/", theirs.one, name="handed to me one"),
    path("handed-to-me/<uuid:step_up_id>/still/", theirs.still, name="handed to me still"),
    path("handed/<str:address>/", by_link.front, name="handed"),
    path("handed/<str:address>/open/", by_link.opened, name="handed open"),
    path("handed/<str:address>/still/", by_link.still, name="handed still"),
    path("handed/<str:address>/answer/", by_link.answer, name="handed answer"),
]
