from django.apps import AppConfig


class EvidenceRoom(AppConfig):
    name = "alongside.evidence"
    label = "evidence"
    verbose_name = "Evidence"
