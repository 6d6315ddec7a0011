"""Foreign files are read in a child process with limits of memory and time; its death harms nobody.

The parent starts ``python -m smartcity_desktop.exchange.child`` (a frozen program starts itself with
``HIDDEN_ARGUMENT`` first, which ``main.py`` hands to ``child_main``). The request goes in as JSON, the answer
comes back as one JSON object a line, the last one ``{"end": true}`` or ``{"fault": …}``.
"""

import contextlib
import gc
import importlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Final

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import limits

HIDDEN_ARGUMENT: Final = "--exchange-child"
SECONDS: Final = 20.0
LONG_SECONDS: Final = 60.0
"""For a document of hundreds of pages."""
MAX_ANSWER: Final = 40 * 1024 * 1024
_POLL: Final = 0.05
_BUFFER: Final = 1 << 18
"""A pipe gives far less at once; whoever waits for it asks as seldom as can be."""
_DONE: Final = "end"
_MODULE: Final = "smartcity_desktop.exchange.child"

TASKS: Final[Mapping[str, str]] = {
    "renstra": "smartcity_desktop.exchange.renstra_task:run",
    "photo": "smartcity_desktop.exchange.photo_task:run",
    "people": "smartcity_desktop.exchange.people_task:run",
    "worksheet": "smartcity_desktop.exchange.worksheet_task:run",
    "page": "smartcity_desktop.exchange.pdf_page_task:run",
    "book": "smartcity_desktop.reporting.book_task:run",
    "chapter": "smartcity_desktop.exchange.docx_chapter_task:run",
}
"""What a child can do: name -> ``module:function``, called with the request, giving the answer's lines."""

Answer = dict[str, object]


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def run(
    task: str,
    request: Mapping[str, object],
    *,
    name: str,
    cancelled: Callable[[], bool] = never,
    seconds: float = SECONDS,
) -> Iterator[Answer]:
    """Yield the answer of a task line by line while the child works; ``name`` is the file's, for sentences.

    Raises UserFault: what the child said, "read-too-slow" after ``seconds``, "read-cancelled", or
    "read-damaged" if the child died.
    """
    process = _start(task)
    lines: queue.Queue[bytes | None] = queue.Queue(maxsize=1000)
    stopped = threading.Event()
    collector = threading.Thread(target=_collect, args=(process, lines, stopped), daemon=True)
    collector.start()
    threading.Thread(target=_ask, args=(process, request), daemon=True).start()
    try:
        yield from _answers(lines, name=name, cancelled=cancelled, seconds=seconds)
    finally:
        stopped.set()
        process.kill()
        process.wait()
        collector.join()


def _command(task: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_ARGUMENT, task]
    return [sys.executable, "-X", "utf8", "-m", _MODULE, task]


def _start(task: str) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    return subprocess.Popen(  # noqa: S603 - our own interpreter, our own module, a task from TASKS
        _command(task),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=_BUFFER,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        creationflags=limits.CREATION_FLAGS,
    )


def _ask(process: subprocess.Popen[bytes], request: Mapping[str, object]) -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError), process.stdin as stream:
            stream.write(json.dumps(request).encode())


def _collect(
    process: subprocess.Popen[bytes], lines: queue.Queue[bytes | None], stopped: threading.Event
) -> None:
    """Carry the child's lines into the queue; None says that it has ended."""
    if process.stdout is None:
        return
    left = MAX_ANSWER
    with process.stdout as stream:
        while left > 0 and not stopped.is_set():
            line = stream.readline(left)
            left -= len(line)
            if not line or not _put(lines, line, stopped):
                break
    _put(lines, None, stopped)


def _put(lines: queue.Queue[bytes | None], line: bytes | None, stopped: threading.Event) -> bool:
    while not stopped.is_set():
        with contextlib.suppress(queue.Full):
            lines.put(line, timeout=_POLL)
            return True
    return False


def _answers(
    lines: queue.Queue[bytes | None], *, name: str, cancelled: Callable[[], bool], seconds: float
) -> Iterator[Answer]:
    deadline = time.monotonic() + seconds
    while True:
        if cancelled():
            raise UserFault("read-cancelled", name=name)
        if time.monotonic() > deadline:
            raise UserFault("read-too-slow", name=name)
        try:
            line = lines.get(timeout=_POLL)
        except queue.Empty:
            continue
        answer = _parsed(line, name)
        if _DONE in answer:
            return
        yield answer


def _parsed(line: bytes | None, name: str) -> Answer:
    if line is None:
        raise UserFault("read-damaged", name=name)
    try:
        answer = json.loads(line)
    except ValueError:
        raise UserFault("read-damaged", name=name) from None
    if not isinstance(answer, dict):
        raise UserFault("read-damaged", name=name)
    if "fault" in answer:
        values = answer.get("values")
        named = dict(values) if isinstance(values, dict) else {}
        raise UserFault(str(answer["fault"]), **{**named, "name": name})
    return answer


def child_main(argv: list[str]) -> int:
    """Do one task under the limits and write its answer to standard output: the child's whole life."""
    limits.confine()
    # It does one task and ends: what it makes is never looked through for circles.
    gc.disable()
    out = sys.stdout.buffer
    try:
        request = json.loads(sys.stdin.buffer.read())
        module, _, function = TASKS[argv[0]].partition(":")
        for answer in getattr(importlib.import_module(module), function)(request):
            _say(out, answer)
        _say(out, {_DONE: True})
    except UserFault as fault:
        _say(out, {"fault": fault.code, "values": fault.values})
    except MemoryError:
        _say(out, {"fault": "read-too-big"})
    except Exception:  # noqa: BLE001 - each library has its own families of errors on a damaged file
        _say(out, {"fault": "read-damaged"})
    return 0


def _say(out: IO[bytes], answer: Mapping[str, object]) -> None:
    out.write(json.dumps(answer, ensure_ascii=True, default=str).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(child_main(sys.argv[1:]))
