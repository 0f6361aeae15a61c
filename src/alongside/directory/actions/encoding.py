"""Encoding what entries say, in the background: nobody's deed, and nothing of anybody, so the trail has no line."""

from __future__ import annotations

import numpy as np
from django.db import connection, transaction

from ..closeness.encoder import Encoder
from ..closeness.texts import pieces_of

A_FEW = 16
"""Entries encoded together: about a second's work."""

_WAITING = """
    SELECT c.entry_id, e.name, e.description, c.text FROM directory_encoded c JOIN directory_entry e ON e.id = c.entry_id
    WHERE c.of_text <> c.text LIMIT %s FOR UPDATE OF c SKIP LOCKED
"""
_ENCODED = """
    UPDATE directory_encoded c SET vectors = given.vectors, of_text = given.text, changed = pg_current_xact_id()::text::bigint
    FROM unnest(%s::uuid[], %s::text[], %s::bytea[]) AS given (id, text, vectors) WHERE c.entry_id = given.id
"""


def encode_some(encoder: Encoder, many: int = A_FEW) -> int:
    """Encode a few of those that wait; how many there were. Several processes share the work, and none waits for another."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_WAITING, [many])
        waiting = cursor.fetchall()
        if not waiting:
            return 0
        pieces = [pieces_of(name, description) for _, name, description, _ in waiting]
        flat = encoder.encode([piece for some in pieces for piece in some]).astype(np.float16)
        kept = np.split(flat, np.cumsum([len(some) for some in pieces])[:-1].tolist())
        cursor.execute(_ENCODED, [[row[0] for row in waiting], [row[3] for row in waiting], [rows.tobytes() for rows in kept]])
        return len(waiting)
