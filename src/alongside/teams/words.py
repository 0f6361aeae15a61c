"""Who works where."""

from alongside.foundation.words import Word

TEAM = Word("team", "team", "People who share records and cover for one another.")
COORDINATOR = Word("coordinator", "coordinator", "Somebody who walks alongside people in a neighbourhood.", sp="link worker")
LOCALITY = Word("locality", "locality", "A neighbourhood of about 8,000 to 10,000 people.", plurals={"locality": "localities"})
PARTNER = Word("partner", "partner", "Somebody in another organisation: a GP, nurse, social worker, housing officer.")
MANAGER = Word("manager", "manager", "Somebody who answers for a team.")
