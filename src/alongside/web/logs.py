"""Logs that hold no words of anybody's."""

from __future__ import annotations

import logging


class Wordless(logging.Filter):
    """Keeps where an error happened and its kind; drops its message, which may quote what somebody typed.

    Of an address only the page's pattern is kept.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None and record.args:
            # An address somebody typed may hold a name; the page's own pattern does not.
            match = getattr(request, "resolver_match", None)
            record.args = tuple(match.route if match else "an unknown address" if isinstance(arg, str) and arg.startswith("/") else arg for arg in record.args)
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            frames = []
            while trace is not None:
                frames.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
                trace = trace.tb_next
            record.msg = f"{record.msg} [{kind.__name__} at {' > '.join(frames[-6:])}]"
            record.exc_info = None
            record.exc_text = None
        return True
