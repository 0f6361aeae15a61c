"""Who works where."""

from alongside.foundation.words import Word

TEAM = Word("team", "team", "People who share records and cover for one another.")
COORDINATOR = Word("coordinator", "coordinator", "Somebody who is there for people in a neighbourhood.", sp="link worker")
LOCALITY = Word("locality", "locality", "A neighbourhood of about 8,000 to 10,000 people.", plurals={"locality": "localities"})
PARTNER = Word("partner", "partner", "Somebody in another organisation: a GP, nurse, social worker, housing officer.")
MANAGER = Word("manager", "manager", "Somebody who answers for a team.")
SEAT = Word("seat", "seat", "What somebody is to a team, from one day up to another.")

ROLES = (
    COORDINATOR,
    Word("support officer", "support officer", "Sets up tasters, chases what was promised, and covers for colleagues."),
    MANAGER,
    PARTNER,
    Word("commissioner", "commissioner", "Pays for the work and reads its figures; sees nobody."),
    Word("information governance lead", "information governance lead", "Sees who looked at whose record and why; reads no notes."),
    Word("administrator", "administrator", "Looks after who works here and how the pages look; sees nobody."),
)
