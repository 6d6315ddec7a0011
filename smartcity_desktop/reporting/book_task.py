"""Lays a book out in a process of its own: the window stays quick, and giving up ends it at once.

The book comes and the PDF goes as text in JSON: the values are our own, from this program to itself.
"""

import base64
import pickle
import queue
import threading
from collections.abc import Iterator, Mapping
from typing import Final

from smartcity_desktop.domain.print_job import PrintJob

PIECE: Final = 3 * 1024 * 1024
"""Bytes of the PDF in one line of the answer; a multiple of three, so that the pieces join."""
_EVERY: Final = 4
"""Steps of which one is told."""

Answer = dict[str, object]


def packed(job: PrintJob) -> Answer:
    """Return a gathered book as the request of the task."""
    return {"job": base64.b64encode(pickle.dumps(job)).decode("ascii")}


def run(request: Mapping[str, object]) -> Iterator[Answer]:
    """Yield how far the book is (``done`` of ``total``), then its PDF in pieces (``pdf``)."""
    job = pickle.loads(base64.b64decode(str(request["job"])))  # noqa: S301 - from this program to itself
    answers: queue.Queue[Answer | bytes | BaseException] = queue.Queue()
    threading.Thread(target=_made, args=(job, answers), daemon=True).start()
    while True:
        found = answers.get()
        if isinstance(found, BaseException):
            raise found
        if isinstance(found, bytes):
            break
        yield found
    for at in range(0, len(found), PIECE):
        yield {"pdf": base64.b64encode(found[at : at + PIECE]).decode("ascii")}


def _made(job: PrintJob, answers: "queue.Queue[Answer | bytes | BaseException]") -> None:
    from smartcity_desktop.reporting import book

    def told(done: int, total: int) -> None:
        if done % _EVERY == 0:
            answers.put({"done": done, "total": total})

    try:
        answers.put(book.whole(job, told) or b"")
    except BaseException as fault:  # noqa: BLE001 - the child says what ended it
        answers.put(fault)
