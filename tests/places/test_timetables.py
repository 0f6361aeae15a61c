"""A timetable is loaded whole or not at all, and what makes no sense in it is said with its file and line."""

from __future__ import annotations

import tracemalloc
import zipfile

import pytest

from alongside.foundation.refusals import Refused
from alongside.places.buses.gtfs import read_timetable
from alongside.places.models import BusTimetable, Postcode
from alongside.places.queries import timetable_now
from tests.directory.test_commands import run

from .timetables import FILES, a_timetable


def changed(name: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[f"{name}.txt"]
    return {name: FILES[f"{name}.txt"].replace(old, new, 1)}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"stops": None}, "There is no stops.txt in it"),
        ({"calendar": None, "calendar_dates": None}, "There is no calendar.txt in it"),
        (changed("stops", "stop_id,", "id,"), "stops.txt has no column “stop_id”"),
        (changed("stops", "53.4000", "fifty"), "stops.txt, line 2: “fifty” in “stop_lat”"),
        (changed("stops", "53.4000", "nan"), "stops.txt, line 2: “nan” in “stop_lat”"),
        (changed("stops", "53.4000", "0"), "stops.txt, line 2: its place does not lie in the British Isles"),
        (changed("stops", "custom,", "sale,"), "stops.txt, line 3: “sale” stands in it already"),
        (changed("routes", "r7,7,3", "r7,7,bus"), "routes.txt, line 3: “bus” in “route_type”"),
        (changed("trips", "r7,", "r8,"), "trips.txt, line 4: “r8” stands in no line of routes.txt"),
        (changed("trips", "weekdays,hill", "sundays,hill"), "trips.txt, line 4: “sundays” stands in no line of calendar.txt"),
        (changed("stop_times", "09:42:00,09:42:00", "9:42,9:42"), "stop_times.txt, line 2: “9:42” is no time"),
        (changed("stop_times", "09:42:00,09:42:00", "99:42:00,99:42:00"), "stop_times.txt, line 2: “99:42:00” is no time"),
        (changed("stop_times", "09:42:00,09:42:00", ","), "stop_times.txt, line 2: the first and the last call"),
        (changed("stop_times", "custom,2", "nowhere,2"), "stop_times.txt, line 3: “nowhere” stands in no line of stops.txt"),
        (changed("stop_times", "custom,2", "custom,1"), "stop_times.txt, line 3: “1” stands in it already"),
        (changed("stop_times", "09:54:00,09:56:00", "09:40:00,09:56:00"), "stop_times.txt, line 3: it is there before it left"),
        (changed("stop_times", "09:54:00,09:56:00", "09:56:00,09:54:00"), "stop_times.txt, line 3: it is there before it left"),
        (changed("stop_times", "sale,1", "sale,1,1,1,1"), "stop_times.txt, line 2: it has 8 cells where the heading has 5"),
        (changed("stop_times", "out,09:42", '"out,09:42'), "stop_times.txt, line 7: a quotation mark"),
        (changed("calendar", "20260101", "20260231"), "calendar.txt, line 2: “20260231” is no day"),
        (changed("calendar", "weekdays,1", "weekdays,2"), "calendar.txt, line 2: “2” in “monday”"),
        (changed("calendar_dates", ",2\n", ",3\n"), "calendar_dates.txt, line 2: “3” in “exception_type”"),
        (changed("calendar_dates", "20261219", "20261225"), "calendar_dates.txt, line 3: “weekdays, 20261225” stands in it already"),
        ({"frequencies": "trip_id,start_time,end_time,headway_secs\nout,07:00:00,09:00:00,0\n"}, "frequencies.txt, line 2: “0” in “headway_secs”"),
        ({"stop_times": FILES["stop_times.txt"].split("\n")[0]}, "Nothing runs in it"),
        ({"stops": FILES["stops.txt"] + "long," + "x" * 60_000}, "stops.txt is too large, or has a line without an end"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_file_and_line(tmp_path, files, said):
    with pytest.raises(Refused) as refused:
        read_timetable(a_timetable(tmp_path, **files))
    assert refused.value.sentence.startswith(said)


def test_what_is_no_archive_no_text_or_broken_is_refused(tmp_path):
    path = tmp_path / "timetable.zip"
    path.write_bytes(b"not a zip file")
    with pytest.raises(Refused, match=r"timetable.zip is not a zip file"):
        read_timetable(path)
    with pytest.raises(Refused, match="is not a zip file"):
        read_timetable(tmp_path / "nowhere.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("stops.txt", FILES["stops.txt"].replace("Sale", "Sal\u00e9").encode("latin-1"))
    with pytest.raises(Refused, match=r"stops.txt is no text in UTF-8"):
        read_timetable(path)
    whole = a_timetable(tmp_path).read_bytes()
    at = whole.index(b"stops.txt") + 40
    path.write_bytes(whole[:at] + bytes(20) + whole[at + 20 :])
    with pytest.raises(Refused, match=r"stops.txt is broken|stops.txt, line|stops.txt is no text"):
        read_timetable(path)


@pytest.mark.parametrize("way", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_what_is_packed_so_that_it_cannot_be_unpacked_is_refused(tmp_path, way):
    path = tmp_path / "timetable.zip"
    with zipfile.ZipFile(path, "w", way) as archive:
        archive.writestr("stops.txt", FILES["stops.txt"] * 20)
    content = bytearray(path.read_bytes())
    content[39:59] = b"\xff" * 20
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"stops.txt is broken within the zip file"):
        read_timetable(path)


def test_a_trip_that_runs_again_and_again_without_end_is_refused_while_it_is_read(tmp_path):
    again = "out,00:00:00,71:59:59,30\n" * 400
    tracemalloc.start()
    with pytest.raises(Refused, match="holds more than 200,000"):
        read_timetable(a_timetable(tmp_path, frequencies=f"trip_id,start_time,end_time,headway_secs\n{again}"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_a_file_that_swells_is_refused_before_it_fills_the_memory(tmp_path):
    path = a_timetable(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("feed/stop_times.txt", "w", force_zip64=True) as into:
        into.write(b"trip_id\n")
    swollen = a_timetable(tmp_path, stops=FILES["stops.txt"] + "x" * 30_000_000)
    assert swollen.stat().st_size < 100_000
    with pytest.raises(Refused, match=r"stops.txt is too large"):
        read_timetable(swollen)


def test_times_that_are_not_written_lie_evenly_between_and_spaces_and_a_folder_do_no_harm(tmp_path):
    with zipfile.ZipFile(tmp_path / "timetable.zip", "w") as archive:
        for name, text in FILES.items():
            archive.writestr(
                f"feed/{name}", "\ufeff" + text.replace(",custom,2", " , custom , 2").replace("09:54:00,09:56:00", ",") if name != "stops.txt" else text
            )
    with pytest.raises(Refused, match="last call"):
        read_timetable(tmp_path / "timetable.zip")
    three = "out,09:42:00,09:42:00,sale,1\nout,,,custom,2\nout,10:00:00,10:00:00,fern,9\n"
    timetable = read_timetable(a_timetable(tmp_path, stop_times=FILES["stop_times.txt"].split("\n")[0] + "\n" + three))
    assert list(timetable.arrives) == [34_920, 35_460, 36_000]


def test_frequencies_make_a_run_every_so_often_in_place_of_the_one_written(tmp_path):
    timetable = read_timetable(a_timetable(tmp_path, frequencies="trip_id,start_time,end_time,headway_secs\nout,07:00:00,08:00:00,1200\n"))
    departs = timetable.departs[timetable.first[:-1]]
    assert sorted(departs) == [25_200, 26_400, 27_600, 36_300, 43_800]


@pytest.mark.django_db
class TestLoading:
    def test_it_is_loaded_and_the_same_again_writes_nothing(self, tmp_path):
        path = a_timetable(tmp_path)
        assert "Runs: 3" in run("load_timetable", str(path))
        held = BusTimetable.objects.get()
        assert "nothing is different" in run("load_timetable", str(path))
        again = BusTimetable.objects.get()
        assert (again.id, again.loaded_at) == (held.id, held.loaded_at)
        assert len(timetable_now().line) == 3

    def test_what_is_refused_leaves_what_was_there_and_another_takes_its_place(self, tmp_path):
        run("load_timetable", str(a_timetable(tmp_path)))
        with pytest.raises(Exception, match="line 2"):
            run("load_timetable", str(a_timetable(tmp_path, **changed("stop_times", "09:42:00", "9.42"))))
        assert len(timetable_now().line) == 3
        run("load_timetable", str(a_timetable(tmp_path, trips=FILES["trips.txt"] + "r7,weekdays,none\n")))
        assert BusTimetable.objects.count() == 1

    def test_only_what_calls_around_a_place_is_kept(self, tmp_path):
        Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook")
        assert "Stops: 2\nLines: 2\nRuns: 2" in run("load_timetable", str(a_timetable(tmp_path)), "--near", "Fernbrook", "--km", "3")
        with pytest.raises(Exception, match="runs around there"):
            run("load_timetable", str(a_timetable(tmp_path)), "--near", "Fernbrook", "--km", "1")
