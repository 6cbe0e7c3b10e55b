"""Heavy work on plain threads: the newest of a lane wins, late results are dropped, everything can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from batikstudio.base.errors import Cancelled
from batikstudio.base.progress import Progress

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]

SHORTEST_BETWEEN_REPORTS_S = 0.05


class Job:
    """One piece of work under way."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._over = threading.Event()

    def cancel(self) -> None:
        """Stop the work at its next question; its result is dropped."""
        self._stopped.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was stopped."""
        return self._stopped.is_set()

    def end(self) -> None:
        """Say that the work is over, well or not."""
        self._over.set()

    @property
    def is_over(self) -> bool:
        """Whether nothing of it runs any more."""
        return self._over.is_set()


class Jobs:
    """Runs work on threads, one at a time in each lane.

    Parameters
    ----------
    post : callable
        Hands a callback to the thread that owns the session; a window's posts through its event queue.
    """

    def __init__(self, post: Post) -> None:
        self._post = post
        self._lock = threading.Lock()
        self._newest: dict[str, Job] = {}
        self._turns: dict[str, threading.Lock] = {}
        self._threads: set[threading.Thread] = set()
        self._closed = False

    def submit(
        self,
        lane: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Job:
        """Start work on a thread and stop what the lane was doing.

        Parameters
        ----------
        lane : str
            Work of one lane replaces older work of the same lane.
        work : callable
            Gets a `Progress`; must not touch the session.
        done, failed, progress : callable
            Called through ``post``: with the result, with the exception, with the share done, at most every 50 ms.
            None of them is called once the job is cancelled.

        After `close` nothing is begun: the job comes back cancelled.
        """
        job = Job()
        with self._lock:
            if self._closed:
                job.cancel()
                job.end()
                return job
            older = self._newest.get(lane)
            self._newest[lane] = job
            turn = self._turns.setdefault(lane, threading.Lock())
        if older is not None:
            older.cancel()

        def run() -> None:
            try:
                with turn:  # wait until the older one of this lane has noticed
                    self._run(job, work, done, failed, progress)
            finally:
                job.end()
                with self._lock:
                    self._threads.discard(threading.current_thread())

        thread = threading.Thread(target=run, name=f"job {lane}", daemon=True)
        with self._lock:
            if self._closed:
                job.cancel()
                job.end()
                return job
            self._threads.add(thread)
            thread.start()
        return job

    def _run(
        self,
        job: Job,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None,
        progress: Callable[[float], None] | None,
    ) -> None:
        if job.is_cancelled:
            return
        try:
            result = work(Progress(self._reporter(job, progress), lambda: job.is_cancelled))
        except Cancelled:
            return
        except Exception as error:
            if failed is not None:
                self._deliver(job, failed, error)
                return
            raise
        self._deliver(job, done, result)

    def _reporter(self, job: Job, progress: Callable[[float], None] | None) -> Callable[[float], None]:
        last = 0.0

        def report(share: float) -> None:
            nonlocal last
            now = time.monotonic()
            if progress is not None and (now - last >= SHORTEST_BETWEEN_REPORTS_S or share >= 1):
                last = now
                self._deliver(job, progress, share)

        return report

    def _deliver(self, job: Job, callback: Callable[[Any], None], value: object) -> None:
        def call() -> None:
            if not job.is_cancelled:
                callback(value)

        self._post(call)

    def cancel(self, lane: str) -> None:
        """Stop what a lane is doing."""
        with self._lock:
            job = self._newest.get(lane)
        if job is not None:
            job.cancel()

    def close(self, wait_s: float = 10.0) -> None:
        """Stop everything and wait for the threads to end."""
        with self._lock:
            self._closed = True
            jobs, threads = list(self._newest.values()), list(self._threads)
        for job in jobs:
            job.cancel()
        deadline = time.monotonic() + wait_s
        for thread in threads:
            thread.join(max(deadline - time.monotonic(), 0.0))
