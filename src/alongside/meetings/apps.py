from django.apps import AppConfig


class MeetingsRoom(AppConfig):
    name = "alongside.meetings"
    label = "meetings"
    verbose_name = "Meetings"
