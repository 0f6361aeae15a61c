from django.apps import AppConfig


class DirectoryRoom(AppConfig):
    name = "alongside.directory"
    label = "directory"
    verbose_name = "What is good around here"
