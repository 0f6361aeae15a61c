"""A first mapping for a sheet of which nothing is known, by what its columns are usually called."""

from __future__ import annotations

import yaml

from alongside.foundation.headings import part_for, usual

from .book import Book
from .layout import widest_heading

_USUAL = {
    "name": "name, full name, client name, patient name, pt name, person, who, resident, names, person's name, service user",
    "forename": "first name, forename, forenames, given name, firstname",
    "surname": "surname, last name, family name, lastname",
    "called": "known as, likes to be called, preferred name",
    "born": "dob, d o b, date of birth, birth date, born, birthday",
    "address": "address, home address, address 1, street, lives at",
    "postcode": "postcode, post code",
    "phone": "phone, tel, telephone, mobile, contact no, contact number, phone number, tel no, phone no, number",
    "email": "email, e mail, email address",
    "coordinator": "coordinator, worker, lac, link worker, lw, key worker, staff, allocated to, officer",
    "introduced_by": "introduced by, referred by, referral source, ref source, source, referrer, from, how they came",
    "introduced_on": "date introduced, referral date, date of referral, ref date, date referred, referred on, ref recd",
    "why": "reason, reason for referral, ref reason, reason for ref, why, referral reason",
    "yes": "consent, consent given, said yes, agreed, consented, consent y n",
    "level": "level, status, case status, stage",
    "since": "start, start date, started, opened, date opened, first visit, first contact, 1st appt",
    "ended_on": "end, end date, closed, date closed, closed on, finished, exit date",
    "last_contact": "last contact, last seen, last visit, last contacted",
    "note_on": "contact date, date of contact, visit date",
    "notes": "notes, comments, contact notes, log, case notes, contact log, history",
    "gifts": "gifts, strengths, skills, good at, interests",
    "circle": "family, people in their life, natural supports, whos around",
    "good_life": "good life, goals, what matters, aspirations",
    "keep_in_mind": "keep in mind, alerts, warnings",
    "how_to_reach": "how to reach, contact preference, preferred contact",
    "connections": "linked to, connections, referred on to, signposted to, groups",
}
HEADINGS = usual(_USUAL)
"""What the column of each part is usually called."""


def guessed_mapping(book: Book) -> str:
    """A mapping as YAML, to be looked over by whoever knows the sheet: what no guess fits is kept in words and is a doubt."""
    page = max(book.pages, key=lambda one: len(one.rows))
    heading = widest_heading(page)
    fields: dict[str, object] = {}
    for column in heading.names if heading else ():
        part = part_for(column, HEADINGS)
        if column and part and part not in fields:
            fields[part] = column
    firsts = [fields.pop(part) for part in ("forename", "surname") if part in fields]
    if "name" not in fields:
        fields["name"] = firsts or next((name for name in (heading.names if heading else ()) if name), "Name")
    fields.setdefault("level", {"constant": "level 1"})
    made = {"name": f"Guessed for {book.name}", "about": "Look it over: only the names of the columns were gone by.", "fields": fields}
    return str(yaml.safe_dump(made, allow_unicode=True, sort_keys=False))
