from django.apps import AppConfig


class NoticesRoom(AppConfig):
    name = "alongside.notices"
    label = "notices"
    verbose_name = "What goes out to people elsewhere"
