from django.apps import AppConfig


class NoticeboardRoom(AppConfig):
    name = "alongside.noticeboard"
    label = "noticeboard"
    verbose_name = "The noticeboard"
