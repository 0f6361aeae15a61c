"""A social prescribing team's tracker."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, timedelta

from .invented import FIRST, LAST, phone


def social_prescribing_tracker() -> bytes:
    """Semicolons, Windows letters, American dates from one laptop, statuses, scores."""
    chance = random.Random("social-prescribing-tracker")
    heading = "Pt name;Known as;D.O.B;Contact no.;Email;GP practice;Referred by;Ref rec'd;Reason for ref;LW;Status;1st appt;Last contact;Exit date;Linked to;Consent y/n;ONS4 before;ONS4 after;Comments"
    rows: list[list[str]] = []
    for at in range(44):
        began = date(2025, 1, 6) + timedelta(days=chance.randint(0, 280))
        first = began + timedelta(days=chance.randint(6, 40))
        last = first + timedelta(days=chance.randint(0, 60))
        status = chance.choice(["Active", "Active", "Exited", "DNA x3", "Declined", "Wait list", "active"])
        order = "{0.month}/{0.day}/{0.year}" if at in (12, 25) and first.day > 12 else "{0:%d/%m/%Y}"
        name = f"{LAST[(5 * at + 3) % 30]}, {FIRST[(9 * at + 4) % 40]}"
        born = f"{chance.randint(1, 28)}.{chance.randint(1, 12)}.{chance.randint(1930, 1998)}"
        email = f"{name.split(', ')[1].lower()}{at}@example.org" if at % 4 == 1 else ("none" if at % 4 == 2 else "")
        linked = (
            chance.choice(["Walking for Health", "Men's Shed; Citizens Advice", "Befriending line", "", "", "Art group, library"])
            if status in ("Active", "Exited")
            else ""
        )
        comments = chance.choice(
            [
                "",
                "Prefers texts",
                "Very anxious on phone – go gently",
                f"{last.day}/{last.month} VM left. {last.day}/{last.month} txt sent",
                "wife also known to svc",
                "café mornings?",
            ]
        )
        exit_day = f"{(last + timedelta(days=14)):%d/%m/%Y}" if status == "Exited" else ("31/09/2025" if at == 30 else "")
        rows.append(
            [
                name,
                "" if at % 6 else name.split(", ")[1][:3],
                born,
                phone(chance) if at != 8 else "ask GP",
                email,
                chance.choice(["Fern House", "Dr Osei & Ptnrs", "Canal St Surgery"]),
                chance.choice(["GP", "Practice nurse", "Self-ref", "Paramedic"]),
                f"{began:%d/%m/%y}",
                chance.choice(["loneliness", "low mood", "weight", "finances", "carer"]),
                chance.choice(["RM", "TK"]),
                status,
                order.format(first) if at != 20 else "DNA 1st",
                f"{last:%d %b %y}",
                exit_day,
                linked,
                chance.choice("YYYYyYY") if at % 15 != 7 else "N",
                f"{chance.randint(2, 6)}/5/4/7",
                "" if status != "Exited" else "7/7/6/3",
                comments,
            ]
        )
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows([heading.split(";"), *rows])
    lines = written.getvalue().split("\r\n")[:-1]
    lines.insert(15, ";" * 18)
    lines.insert(23, lines[0])
    # Somebody mended this one in an editor, and took the quotation marks away.
    lines[10] = lines[10].replace('"', "").replace(";;", ";Art group; library;", 1)
    lines.append("TOTAL;;;;;;;44;;;;;;;;;;;")
    return "\r\n".join(lines).encode("cp1252")
