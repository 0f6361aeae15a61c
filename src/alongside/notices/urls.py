from django.urls import path

from . import views

app_name = "notices"
urlpatterns = [
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/to-ring/", views.to_ring, name="to ring"),
    path("outbox/<uuid:notice_id>/letter/", views.letter, name="letter"),
    path("outbox/<uuid:notice_id>/take-back/", views.take_back, name="take back"),
    path("outbox/<uuid:notice_id>/again/", views.send_again, name="send again"),
    path("outbox/<uuid:notice_id>/came/", views.it_came, name="it came"),
    path("outbox/<uuid:notice_id>/done/", views.done_by_hand, name="done by hand"),
    path("outbox/<uuid:notice_id>/could-not/", views.could_not, name="could not"),
]
