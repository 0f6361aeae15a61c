"""What the sheet said of somebody, beside their page, until the team confirms that all is well."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from alongside.access.opening import open_person
from alongside.web.pages import Request, page

from .models import SheetRow


@page()
def sheet_said(request: Request, person_id: UUID) -> HttpResponse:
    """Every row that was about them, cell by cell as it stood there."""
    opened = open_person(request, person_id)
    rows = [
        {"page": row.page, "row": row.row, "cells": list(_cells(row.cells))} for row in SheetRow.objects.filter(person_id=opened.id).order_by("page", "row")
    ]
    return render(request, "exchange/sheet_said.html", {"person": opened, "rows": rows})


def _cells(kept: Any) -> list[dict[str, str]]:
    if isinstance(kept, list):
        return [{"column": one[0], "text": one[1], "fate": one[2]} for one in kept]
    return [{"column": name, "text": str(text), "fate": "understood"} for name, text in kept.items()]
