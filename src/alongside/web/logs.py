"""Logs that hold no words of anybody's."""

from __future__ import annotations

import logging


class Wordless(logging.Filter):
    """Keeps where an error happened and its kind; drops its message, which may quote what somebody typed.

    Addresses of pages hold keys and never names, so a path may stay.
    """

    def filter(self, record: logging.LogRecord) -> bool:
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
