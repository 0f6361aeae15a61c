from django.apps import AppConfig


class PicturesRoom(AppConfig):
    name = "alongside.pictures"
    label = "pictures"
    verbose_name = "Pictures"
