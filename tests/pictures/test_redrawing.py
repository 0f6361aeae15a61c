"""A picture is drawn anew: only its dots come along; what cannot be opened is refused in a sentence."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from alongside.foundation.refusals import Refused
from alongside.pictures import redrawing, rules
from alongside.pictures.redrawing import redrawn, size_of
from tests.pictures.photos import SECRET, a_photo

HERE = Path(__file__).parent
PLAIN = a_photo((64, 48))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_dots_comes_along(kind):
    sent = a_photo((1200, 900), kind)
    kept = redrawn(sent)
    assert (SECRET.encode() in sent, SECRET.encode() in kept) == (True, False)
    assert (opened(kept).format, dict(opened(kept).getexif()), size_of(kept)) == ("JPEG", {}, (1200, 900))
    assert set(opened(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


UPRIGHT = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
"""Where the corner that was first in the file lies when the picture is turned as its camera says: right, down."""


@pytest.mark.parametrize("orientation", sorted(UPRIGHT))
def test_it_stands_upright_as_the_camera_said(orientation):
    kept = opened(redrawn(a_photo((400, 300), orientation=orientation)))
    right, down = UPRIGHT[orientation]
    red, green, blue = kept.getpixel((right * (kept.width - 1), down * (kept.height - 1)))
    assert (kept.size, red > 200 and green < 60 and blue < 60) == ((300, 400) if orientation > 4 else (400, 300), True)


def test_what_is_kept_is_small_whatever_was_sent():
    noise = Image.effect_noise((3000, 2200), 120).convert("RGB")
    held = io.BytesIO()
    noise.save(held, "JPEG", quality=90)
    kept = redrawn(held.getvalue())
    assert (len(kept) <= rules.MOST_KEPT, max(size_of(kept)) <= rules.LONG_SIDE) == (True, True)


def test_what_is_see_through_is_white():
    held = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(held, "PNG")
    assert opened(redrawn(held.getvalue())).getpixel((20, 20)) == (255, 255, 255)


def heic(brand: bytes = b"heic") -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\0\0\0\0mif1heic" + b"\0" * 60


def a_bomb(wide: int, high: int) -> bytes:
    """A PNG of a few kilobytes that says it is huge, and is."""

    def piece(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    squeezed = zlib.compressobj(9)
    rows = b"".join(squeezed.compress(b"\0" * 60_001) for _ in range(2000)) + squeezed.flush()
    header = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", header) + piece(b"IDAT", rows) + piece(b"IEND", b"")


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (b"", "nothing in this file"),
        (heic(), "HEIC photograph"),
        (heic(b"mif1"), "HEIC photograph"),
        (heic(b"avif"), "AVIF picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "can carry a program"),
        (b"%PDF-1.7 ...", "This is a PDF"),
        (b"GIF89a" + b"\0" * 40, "no picture that we can open"),
        (b"written in the file", "no picture that we can open"),
        (PLAIN[: len(PLAIN) // 2], "not whole"),
        (PLAIN + b"\0" * rules.MOST_BYTES, "more than 15 MB"),
        (a_bomb(60_000, 60_000), "more than we can open"),
        (a_bomb(2_000_000_000, 2_000_000_000), "more than we can open"),
    ],
)
def test_each_refusal_says_what_to_do(sent, says):
    with pytest.raises(Refused, match=says):
        redrawn(sent)


_IN_ITS_OWN_PROCESS = """
import io, sys
from alongside.foundation.refusals import Refused
from alongside.pictures.redrawing import redrawn
def highest():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
data = sys.stdin.buffer.read()
before = highest()
try:
    redrawn(data); print("kept", end=" ")
except Refused:
    print("refused", end=" ")
print((highest() - before) // 1024)
"""


def weighed(data: bytes) -> tuple[str, int]:
    """What became of it, and how many megabytes it took."""
    ran = subprocess.run([sys.executable, "-c", _IN_ITS_OWN_PROCESS], input=data, capture_output=True, check=True)
    said, megabytes = ran.stdout.split()
    return said.decode(), int(megabytes)


def test_a_bomb_is_refused_and_a_large_photograph_opened_with_little_memory(tells):
    held = io.BytesIO()
    Image.linear_gradient("L").resize((12_000, 9_000)).save(held, "JPEG", quality=60)
    bomb, huge = weighed(a_bomb(60_000, 60_000)), weighed(held.getvalue())
    tells(f"pictures: a bomb of 3,600 million dots takes {bomb[1]} MB, a photograph of 108 million dots {huge[1]} MB")
    assert (bomb[0], bomb[1] < 20, huge[0], 5 < huge[1] < 120) == ("refused", True, "kept", True)


def kept_as(mode: str, size: tuple[int, int], kind: str, **how: object) -> bytes:
    held = io.BytesIO()
    Image.new(mode, size).save(held, kind, **how)
    return held.getvalue()


@pytest.mark.parametrize(
    ("sent", "becomes"),
    [
        (("RGB", (65_000, 1840), "JPEG"), "kept"),
        (("CMYK", (12_000, 9_000), "JPEG"), "kept"),
        (("RGB", (3999, 3999), "JPEG"), "kept"),
        (("RGBA", (4890, 4890), "PNG"), "refused"),
        (("RGBA", (2640, 2640), "PNG"), "kept"),
        (("RGBA", (4890, 4890), "WEBP"), "refused"),
        (("RGBA", (1890, 1890), "WEBP"), "kept"),
    ],
)
def test_no_picture_takes_a_hundred_megabytes(sent, becomes, tells):
    said, megabytes = weighed(kept_as(*sent))
    tells(f"pictures: {sent[2]} {sent[0]} of {sent[1][0]} by {sent[1][1]} is {said}, {megabytes} MB")
    assert (said, megabytes < 100) == (becomes, True)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000)])
def test_an_ordinary_photograph_of_twelve_million_dots_keeps_its_long_side(size, progressive):
    kept = size_of(redrawn(kept_as("RGB", size, "JPEG", progressive=progressive)))
    assert kept == (size[0] // 2, size[1] // 2)


def test_what_a_camera_wrote_amiss_breaks_nothing():
    with_broken_notes = (HERE / "exif_breaks.jpg").read_bytes()
    assert became(with_broken_notes) in ("drawn anew", "refused")


def test_pictures_are_drawn_one_at_a_time(monkeypatch):
    at_once, most = [], []

    def slowly(data: bytes, longest: int) -> Image.Image:
        at_once.append(data)
        most.append(len(at_once))
        sleep(0.02)
        at_once.pop()
        return Image.new("RGB", (4, 4))

    monkeypatch.setattr(redrawing, "_opened", slowly)
    together = [Thread(target=redrawn, args=(PLAIN,)) for _ in range(5)]
    for one in together:
        one.start()
    for one in together:
        one.join()
    assert most == [1] * 5


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_sent_is_redrawn_or_refused_and_never_breaks(data):
    sent = bytearray(data.draw(st.sampled_from([PLAIN, a_photo((64, 48), "PNG"), a_photo((64, 48), "WEBP")])))
    for _ in range(data.draw(st.integers(1, 12))):
        sent[data.draw(st.integers(0, len(sent) - 1))] = data.draw(st.integers(0, 255))
    assert became(bytes(sent)) in ("drawn anew", "refused")


def became(sent: bytes) -> str:
    try:
        kept = redrawn(sent)
    except Refused as refused:
        return "refused" if refused.field == "picture" else "refused without its box"
    return "drawn anew" if kept.startswith(b"\xff\xd8\xff") and SECRET.encode() not in kept else "something else"
