"""A figure's expression as it is written, for whoever wants to read how it is counted."""

from __future__ import annotations

import inspect

from .figures import Figure


def source_of(figure: Figure) -> str:
    """How a figure is counted, as it is written: its expression, with what that leans on."""
    from . import expressions

    function = expressions.every()[figure.expression]
    written_in = inspect.getmodule(function)
    leaned_on = [getattr(written_in, name) for name in function.__code__.co_names if name.startswith(("_", "people_")) and hasattr(written_in, name)]
    return "\n\n".join(inspect.getsource(one).strip() for one in (function, *leaned_on) if inspect.isfunction(one))
