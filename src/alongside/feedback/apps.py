from django.apps import AppConfig


class FeedbackRoom(AppConfig):
    name = "alongside.feedback"
    label = "feedback"
    verbose_name = "What people say of us"
