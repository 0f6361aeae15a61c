"""What goes out to people elsewhere: e-mails, texts, letters and calls, each in fixed sentences with a link, and what became of it.

To send something from another room: let its kind stand in `notices/words.py` (a word of KINDS and its sentences in SAYINGS), and

    from alongside.notices.actions import Sending, post

    post(Sending("register link", way="e-mail", to="jo@example.org", link=url, about=f"group {group.id}"), team_id=group.team_id, by=actor, at=now)

It goes into the outbox in the transaction of the deed that it tells of, and leaves when that is committed: nobody waits for a mail
server, and nothing is told of a deed that was undone. What is sent holds the kind's own sentences, the link, the organisation's and the
team's name, and no word that anybody typed: no name of a person and no condition can stand in it.
"""
