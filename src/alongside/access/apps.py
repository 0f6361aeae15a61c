from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AccessRoom(AppConfig):
    name = "alongside.access"
    label = "access"
    verbose_name = "Who may see whom"

    def ready(self) -> None:
        from . import fences

        # PostgreSQL will not alter a column that a view uses, so the fences come down for a migration. In between,
        # row security stays on with no policy at all: nobody sees anybody.
        pre_migrate.connect(fences.come_down, sender=self, dispatch_uid="fences come down")
        post_migrate.connect(fences.go_up, sender=self, dispatch_uid="fences go up")
