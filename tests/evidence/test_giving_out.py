"""An extract is given out by a manager to somebody for something, and its receipt stays."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import timedelta
from pathlib import Path

from django.urls import reverse

from alongside.evidence.models import GivenOut
from alongside.evidence.periods import Window
from alongside.evidence.pooling import engines, together
from alongside.evidence.pooling.shelf import services_in
from alongside.foundation.actor import Role
from alongside.trail.models import Entry
from tests.building import a_team, an_actor, as_, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import words_of

ASKED = {"given_to": "University of Fernbrook", "purpose": "What coordination does in ten towns"}


def test_a_manager_takes_an_extract_away_and_an_analyst_counts_it(around: Neighbourhood, tmp_path: Path) -> None:
    names = [f"Seren Rhydderch-Poole {number}" for number in range(24)]
    for name in names:
        around.introduced(last_year(), "housing", name=name)
    around.extract()
    client = signed_in(around.manager)
    page = reverse("evidence:given out")
    assert "None was given out yet." in client.get(page).content.decode()
    answer = client.post(page, ASKED | {"team": str(around.team.id)})
    assert answer.headers["Content-Disposition"].endswith('.zip"')
    assert not any(name.encode() in answer.content for name in names)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        packed.extractall(tmp_path)
    [service] = services_in(tmp_path)
    assert (service.receipt.given_to, service.receipt.people, service.receipt.left_out) == (ASKED["given_to"], 24, "none")
    with engines.opened("duckdb", [service]) as engine:
        told = together.counted(engine, Window(last_year() - timedelta(days=400), last_year() + timedelta(days=400), last_year() + timedelta(days=399)))
    assert next(one.parts for one in told if one.key == "introductions") == {"housing": 24}
    with as_(around.manager):
        receipt = GivenOut.objects.get()
        assert Entry.objects.filter(verb="gave an extract out", about=f"extract given out {receipt.id}").exists()
    assert receipt.digest == hashlib.sha256((service.folder / "receipt.json").read_bytes()).hexdigest()
    said = words_of(client.get(page).content.decode())
    assert ASKED["given_to"] in said
    assert ASKED["purpose"] in said
    assert "24 people, at least 10 alike; left out: none" in said


def test_of_fewer_than_ten_nothing_is_given_out(around: Neighbourhood) -> None:
    around.introduced(last_year(), "housing")
    around.extract()
    answer = signed_in(around.manager).post(reverse("evidence:given out"), ASKED | {"team": str(around.team.id)})
    assert "Nobody would be left in this extract" in words_of(answer.content.decode())
    with as_(around.manager):
        assert not GivenOut.objects.exists()


def test_whoever_says_no_name_and_no_purpose_is_asked_for_them_and_keeps_what_they_wrote(around: Neighbourhood) -> None:
    around.extract()
    answer = signed_in(around.manager).post(reverse("evidence:given out"), {"team": str(around.team.id), "given_to": "University of Fernbrook"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Write what they will use it for. It stands on the receipt." in said
    assert 'value="University of Fernbrook"' in said


def test_a_commissioner_and_a_manager_of_another_team_give_nothing_out(around: Neighbourhood) -> None:
    around.extract()
    assert signed_in(around.commissioner).get(reverse("evidence:given out")).status_code == 403
    elsewhere = a_team(name="Overbracken")
    other = an_actor(role=Role.MANAGER, team=elsewhere)
    assert signed_in(other).post(reverse("evidence:given out"), ASKED | {"team": str(around.team.id)}).status_code == 404
