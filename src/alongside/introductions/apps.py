from django.apps import AppConfig


class IntroductionsRoom(AppConfig):
    name = "alongside.introductions"
    label = "introductions"
    verbose_name = "Introductions"
