"""A mail server of this machine that keeps what it is given."""

from __future__ import annotations

import queue
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default as email_policy
from typing import Any

from aiosmtpd.controller import Controller


@contextmanager
def listening() -> Iterator[tuple[int, queue.Queue]]:
    """Its port, and each message that arrives with those it was sent to."""
    arrived: queue.Queue = queue.Queue()

    class Sink:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            message = message_from_bytes(envelope.content, policy=email_policy)
            arrived.put((envelope.rcpt_tos, message))
            return "250 OK"

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(Sink(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield port, arrived
    finally:
        server.stop()
