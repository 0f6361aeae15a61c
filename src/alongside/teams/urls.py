from django.urls import path

from . import views

app_name = "teams"
urlpatterns = [
    path("staff/", views.staff, name="staff"),
    path("staff/add/", views.add_staff, name="add staff"),
    path("staff/<uuid:staff_id>/", views.member, name="member"),
    path("staff/<uuid:staff_id>/seats/", views.give_seat, name="give seat"),
    path("staff/<uuid:staff_id>/close/", views.close_account, name="close account"),
    path("staff/<uuid:staff_id>/open/", views.open_account, name="open account"),
    path("staff/<uuid:staff_id>/anew/", views.start_anew, name="start anew"),
    path("staff/seats/<uuid:seat_id>/end/", views.end_seat, name="end seat"),
    path("colours/", views.colours, name="colours"),
    path("theme.css", views.theme, name="theme"),
    path("theme/logo.png", views.logo, name="logo"),
]
