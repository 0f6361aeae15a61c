from django.apps import AppConfig


class TrailRoom(AppConfig):
    name = "alongside.trail"
    label = "trail"
    verbose_name = "What was done and looked at"
