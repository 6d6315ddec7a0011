"""The two doors to work outside the window's thread; the only file of the window that names threads.

``data`` is one ordered thread that owns the workshop file; ``side`` is a small pool for slow work on values.
Answers arrive on the window's thread.
"""

import gc
import itertools
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from shiboken6 import isValid

from smartcity_desktop.errors import Fault
from ui.faults import Faults, bug_fault

T = TypeVar("T")
Failed = Callable[[Fault], None]
_HOLD, _SAVE, _READ, _END = range(4)
_SIDE_WORKERS: Final = 2
_TURN_SECONDS: Final = 0.012
_COLLECT_MS: Final = 1_000
_WAKE: Final = QEvent.Type(QEvent.registerEventType())


@dataclass(slots=True, eq=False)
class Ticket:
    """One call that was asked for; ``cancel`` drops it if it has not begun, and its answer in any case."""

    cancelled: bool = False

    def cancel(self) -> None:
        """Say that nobody waits for the answer any more."""
        self.cancelled = True


@dataclass(order=True, slots=True)
class _Job:
    rank: int
    number: int
    run: Callable[[], None] = field(compare=False)


def _owner(callback: Callable[..., None] | None) -> QObject | None:
    while isinstance(callback, partial):
        callback = callback.func
    found = getattr(callback, "__self__", None)
    return found if isinstance(found, QObject) else None


def _is_alive(callback: Callable[..., None]) -> bool:
    owner = _owner(callback)
    return owner is None or isValid(owner)


class Lane(QObject):
    """Runs service calls in order on the data thread, and work on values in the side pool.

    Every call gets one answer: ``then`` with its result, or ``failed`` with a fault (without ``failed`` the
    fault is shown). A bug reaches ``sys.excepthook`` and then ``failed`` with the fault that stands for it.
    Nothing is called whose owner (the object of the bound method) has been destroyed meanwhile.
    """

    def __init__(self, faults: Faults, parent: QObject | None = None) -> None:
        """Start the data thread; ``faults`` shows what no caller took care of."""
        super().__init__(parent)
        self._faults = faults
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._answers: deque[Callable[[], None]] = deque()
        self._running = 0
        self._answered = threading.Condition()
        self._closed = False
        self._pool = ThreadPoolExecutor(_SIDE_WORKERS, thread_name_prefix="side")
        self._thread = threading.Thread(target=self._work, name="data", daemon=True)
        self._thread.start()

    def data(
        self,
        call: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Failed | None = None,
        saving: bool = False,
    ) -> Ticket:
        """Run ``call`` on the data thread in the order asked, saves before everything else."""
        ticket = Ticket()
        run = partial(self._run, call, then, failed, ticket)
        self._put(_SAVE if saving else _READ, run)
        return ticket

    def side(
        self, call: Callable[[], T], then: Callable[[T], None] | None = None, *, failed: Failed | None = None
    ) -> Ticket:
        """Run ``call``, which may hold only values (paths, bytes, frozen dataclasses), in the side pool."""
        ticket = Ticket()
        self._count_in()
        self._pool.submit(self._run, call, then, failed, ticket)
        return ticket

    def post(self, slot: Callable[[T], None], value: T) -> None:
        """Call ``slot`` with ``value`` on the window's thread; may be used from any thread (progress)."""
        self._give(partial(self._answer, slot, value))

    def hold(self, release: threading.Event) -> None:
        """Let the data thread stand still before its next call until ``release`` is set (tests)."""
        self._put(_HOLD, partial(self._run, release.wait, None, None, Ticket()))

    def drain(self, timeout: float) -> bool:
        """Wait until nothing runs and every answer is delivered; False after ``timeout`` seconds.

        Blocks the window's thread without turning its event loop: for closing, and for tests.
        """
        limit = time.monotonic() + timeout
        while True:
            self._deliver_all()
            with self._answered:
                if not self._running and not self._answers:
                    return True
                left = limit - time.monotonic()
                if left <= 0:
                    return False
                if not self._answers:
                    self._answered.wait(min(left, 0.2))

    def close(self, timeout: float = 10.0) -> bool:
        """Finish what was asked for, then end the threads; tells whether all was finished in time."""
        finished = self.drain(timeout)
        if not self._closed:
            self._closed = True
            self._jobs.put(_Job(_END, next(self._numbers), lambda: None))
            self._pool.shutdown(wait=finished, cancel_futures=True)
            if finished:
                self._thread.join(timeout)
        return finished

    def is_data_thread(self) -> bool:
        """Tell whether the caller runs on the data thread."""
        return threading.current_thread() is self._thread

    def event(self, event: QEvent) -> bool:
        """Deliver answers when the threads wake the window."""
        if event.type() == _WAKE:
            self._deliver_turn()
            return True
        return super().event(event)

    def _put(self, rank: int, run: Callable[[], None]) -> None:
        if self._closed:
            raise RuntimeError("the lane is closed")
        self._count_in()
        self._jobs.put(_Job(rank, next(self._numbers), run))

    def _count_in(self) -> None:
        with self._answered:
            self._running += 1

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            if job.rank == _END:
                return
            job.run()

    def _run(
        self,
        call: Callable[[], T],
        then: Callable[[T], None] | None,
        failed: Failed | None,
        ticket: Ticket,
    ) -> None:
        answer: Callable[[], None] | None = None
        if not ticket.cancelled:
            try:
                result = call()
            except Fault as fault:
                answer = partial(self._fault, fault, failed, ticket)
            except Exception as bug:  # noqa: BLE001 - a bug in a thread is handed to the one hook
                answer = partial(self._bug, bug, failed, ticket)
            else:
                answer = partial(self._answer, then, result, ticket) if then else None
        if answer:
            self._give(answer)
        with self._answered:
            self._running -= 1
            self._answered.notify_all()

    def _give(self, answer: Callable[[], None]) -> None:
        with self._answered:
            self._answers.append(answer)
            self._answered.notify_all()
        QCoreApplication.postEvent(self, QEvent(_WAKE))

    def _deliver_turn(self) -> None:
        limit = time.monotonic() + _TURN_SECONDS
        while self._answers:
            self._answers.popleft()()
            if time.monotonic() > limit:
                QCoreApplication.postEvent(self, QEvent(_WAKE))
                return

    def _deliver_all(self) -> None:
        while self._answers:
            self._answers.popleft()()

    @staticmethod
    def _answer(then: Callable[[T], None], result: T, ticket: Ticket | None = None) -> None:
        if not (ticket and ticket.cancelled) and _is_alive(then):
            then(result)

    def _fault(self, fault: Fault, failed: Failed | None, ticket: Ticket) -> None:
        if failed is None:
            self._faults.present(fault)
        else:
            self._answer(failed, fault, ticket)

    def _bug(self, bug: Exception, failed: Failed | None, ticket: Ticket) -> None:
        sys.excepthook(type(bug), bug, bug.__traceback__)
        if failed is not None:
            self._answer(failed, bug_fault(), ticket)


class Collector(QObject):
    """Runs Python's garbage collector on the window's thread by a timer, never in the middle of a key.

    Objects of Qt in circles would otherwise be destroyed on whatever thread happens to allocate next.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare, without taking over yet."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Switch the automatic collector off and the timer on."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the generations that are due by Python's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
