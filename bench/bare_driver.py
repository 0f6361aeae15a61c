"""The floor: every row that the person page reads, by a bare driver, put into HTML by string formatting.

No framework, no row security, no trail, no checks: the same session, colleague, seat, person, story, everything beside
it and draft, in as many questions.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape
from typing import Any
from uuid import UUID

import psycopg

_SESSION = "SELECT session_data, expire_date FROM django_session WHERE session_key = %s"
_STAFF = "SELECT id, name, email, is_active FROM teams_staff WHERE id = %s"
_SEATS = """
    SELECT m.role, m.team_id, t.vocabulary, o.id, o.name, o.brand_colour, o.link_colour, o.button_colour, o.accent_colour, o.logo_words
    FROM teams_membership m JOIN teams_team t ON t.id = m.team_id JOIN teams_organisation o ON o.id = t.organisation_id
    WHERE m.staff_id = %s AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
"""
_PERSON = "SELECT id, name, likes_to_be_called, date_of_birth FROM people_person WHERE id = %s"
_STORY = "SELECT * FROM desk_timeline(%s, %s, %s, %s, 26, NULL)"
_BESIDE = "SELECT desk_beside(%s)"
_DRAFT = "SELECT words FROM web_draft WHERE writer_id = %s AND form = 'note' AND person_id = %s"


class BareDriver:
    """One connection, held open as a server would."""

    QUERIES = 7

    def __init__(self, at: dict[str, Any], session_key: str, staff: UUID) -> None:
        self.connection = psycopg.connect(**at, autocommit=True, options="-c timezone=Europe/London")
        self.session_key, self.staff = session_key, staff

    def page(self, person: UUID) -> bytes:
        """Somebody's page, whoever asks."""
        ask = self.connection.execute
        ask(_SESSION, [self.session_key]).fetchone()
        me: Any = ask(_STAFF, [self.staff]).fetchone()
        seats = ask(_SEATS, [self.staff]).fetchall()
        who: Any = ask(_PERSON, [person]).fetchone()
        story = ask(_STORY, [person, date.max, datetime.max.replace(tzinfo=UTC), UUID(int=(1 << 128) - 1)]).fetchall()
        (held,) = ask(_BESIDE, [person]).fetchone()  # type: ignore[misc]
        draft = ask(_DRAFT, [self.staff, person]).fetchone()
        return _html(me, seats[0], who, story[:25], held, draft).encode()


def _html(me: Any, seat: Any, who: Any, story: list[Any], held: dict[str, Any], draft: Any) -> str:
    lines = "".join(
        f'<li class="{kind}"><h3>{escape(kind)} {escape(detail)}</h3><p>by {escape(by)}</p>'
        f'<time datetime="{on}">{on.day} {on:%B %Y}</time><div>{escape(words)}</div>'
        f'<a href="/people/{who[0]}/notes/{key}/">Put it right {escape(more)} {escape(whose)} {escape(anyway)} {amended} {escape(str(others or ""))}</a></li>'
        for kind, key, on, at, by, by_id, words, detail, more, whose, anyway, amended, others in story
    )
    aside = "".join(f'<section id="{name}"><h2>{name}</h2>{_said(value)}</section>' for name, value in held.items())
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(who[1])}</title></head><body><header>{escape(seat[4])} {escape(me[1])}</header>'
        f"<h1>{escape(who[2] or who[1])}</h1><p>{escape(who[1])} {who[3]}</p><form><textarea>{escape(str(draft or ''))}</textarea></form>"
        f"<ol>{lines}</ol><aside>{aside}</aside></body></html>"
    )


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return "".join(f"<p>{escape(str(one))}</p>" for one in value.values() if one)
    if isinstance(value, list):
        return f"<ul>{''.join(f'<li>{_said(one)}</li>' for one in value)}</ul>"
    return escape(str(value or ""))
