"""An export of a charity's case system."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, timedelta

from .invented import DID, FIRST, LAST, STREETS, phone, postcode


def charity_case_system() -> bytes:
    """Contacts inside referrals: a row a contact, with the person and the referral said again on each."""
    chance = random.Random("charity-case-system")
    written = io.StringIO(newline="")
    out = csv.writer(written)
    out.writerow(["Report: Contacts by Referral", "", "Run 05/01/2026 09:14", "by: admin"])
    out.writerow([])
    heading = [
        "ClientID",
        "Forename",
        "Surname",
        "DOB",
        "Address 1",
        "Town",
        "Postcode",
        "Phone",
        "Ethnicity Code",
        "ReferralID",
        "Ref Date",
        "Ref Source",
        "Ref Reason",
        "Consent",
        "Case Status",
        "Case Closed",
        "Worker",
        "ContactID",
        "Contact Date",
        "Type",
        "Duration",
        "Contact Notes",
        "Next Action",
    ]
    out.writerow(heading)
    contact = 88120
    for at in range(19):
        client = 4410 + at * 3
        who = [
            client,
            FIRST[(5 * at + 2) % 40],
            LAST[(13 * at + 1) % 30],
            f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(1934, 1979)}",
            f"{chance.randint(1, 80)} {chance.choice(STREETS)}",
            "Reedmouth",
            postcode(chance),
            phone(chance),
            "99",
        ]
        if at == 4:
            who[3] = "12/05/47"
        if at == 7:
            who[7] = "7700900412"
        for ref in range(2 if at in (3, 8) else 1):
            began = date(2024, 4, 1) + timedelta(days=chance.randint(0, 500) + 90 * ref)
            status = chance.choice(["Open", "Open", "Closed - completed", "Closed - disengaged", "Waiting"]) if at != 6 else "On hold"
            closed = f"{(began + timedelta(days=130)):%d/%m/%Y}" if status.startswith("Closed") else "NULL"
            referral = [
                9100 + at * 2 + ref,
                f"{began:%d/%m/%Y}",
                chance.choice(["GP", "Self", "Adult Social Care", "Housing Association", "Family"]),
                chance.choice(["isolation", "bereaved last yr", "debt, letters piling up", "wants to get out more", "carer strain"]),
                "Verbal" if at % 5 else ("Written" if at else "NULL"),
                status,
                closed,
                chance.choice(["S Patel", "JW", "S Patel", "Jo Wren"]),
            ]
            for one in range(chance.randint(1, 4)):
                contact += chance.randint(1, 9)
                day = began + timedelta(days=7 + 16 * one + chance.randint(0, 6))
                out.writerow(
                    [
                        *who,
                        *referral,
                        contact,
                        f"{day:%d/%m/%Y}",
                        chance.choice(["Home Visit", "Telephone", "Telephone", "E-mail", "Community"]),
                        chance.choice(["30", "45", "00:15", ""]),
                        chance.choice(DID).capitalize() + ".",
                        chance.choice(["ring in 2 wks", "NULL", "NULL", "look up choir", "n/a"]),
                    ]
                )
                if at == 10:
                    who[6] = "ZZ99 3XB"
    out.writerow(["Total contacts", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "1140", "", ""])
    return ("\ufeff" + written.getvalue()).encode()
