"""Pictures found again. The dots themselves are read only where they are shown."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from alongside.teams.models import Team

from .models import PaperPicture, PhotographsYes, SetPicture, TheirPicture


def yes_to_photographs(person_id: UUID) -> PhotographsYes | None:
    """Their yes that holds; the newest."""
    return PhotographsYes.objects.filter(person_id=person_id, taken_back_at__isnull=True).select_related("by").order_by("-on", "-at").first()


def of_paper(person_id: UUID, paper_id: UUID) -> QuerySet[PaperPicture]:
    """The photographs of a paper, in the order in which they were taken."""
    return PaperPicture.objects.filter(person_id=person_id, paper_id=paper_id).select_related("by").defer("drawn").order_by("at", "id")


def of_theirs(person_id: UUID) -> QuerySet[TheirPicture]:
    """Their pictures, the newest first."""
    return TheirPicture.objects.filter(person_id=person_id).select_related("by").defer("drawn").order_by("-at", "id")


def organisation_of(team_ids: list[UUID]) -> UUID | None:
    """Whose set it is."""
    return Team.objects.filter(id__in=team_ids).values_list("organisation_id", flat=True).first()


def set_of(organisation_id: UUID | None) -> QuerySet[SetPicture]:
    """An organisation's whole set, by name."""
    return SetPicture.objects.filter(organisation_id=organisation_id).defer("drawn").order_by("name", "id")
