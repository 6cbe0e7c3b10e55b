"""Work on threads: the newest of a lane wins, nothing stale is delivered, everything ends."""

from __future__ import annotations

import queue
import sys
import threading
import time

import pytest

from batikstudio.studio.jobs import Jobs

WAIT_S = 10


class Owner:
    """The thread that owns the session: callbacks wait in a queue until it takes them."""

    def __init__(self) -> None:
        self.waiting: queue.Queue = queue.Queue()
        self.jobs = Jobs(self.waiting.put)

    def take(self, count: int = 1) -> None:
        for _ in range(count):
            self.waiting.get(timeout=WAIT_S)()

    def take_all(self) -> None:
        while not self.waiting.empty():
            self.take()


@pytest.fixture
def owner():
    one = Owner()
    yield one
    one.jobs.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("job ")]


def _until_cancelled(started):
    def work(progress):
        started.set()
        while True:
            progress.step(0.5)
            time.sleep(0.001)

    return work


def test_a_result_is_delivered_on_the_owner_s_thread(owner):
    seen = []
    owner.jobs.submit(
        "view", lambda _: threading.current_thread(), lambda one: seen.append((one, threading.current_thread()))
    )
    owner.take()
    worker, receiver = seen[0]
    assert receiver is threading.current_thread()
    assert worker is not receiver


def test_the_newest_of_a_lane_wins_and_the_older_is_never_heard(owner):
    started, heard = threading.Event(), []
    older = owner.jobs.submit("view", _until_cancelled(started), heard.append, heard.append)
    assert started.wait(WAIT_S)
    owner.jobs.submit("view", lambda _: "middle", heard.append)
    owner.jobs.submit("view", lambda _: "newest", heard.append)
    assert older.is_cancelled
    deadline = time.monotonic() + WAIT_S
    while "newest" not in heard and time.monotonic() < deadline:
        owner.take()
    assert heard[-1] == "newest"
    assert set(heard) <= {"middle", "newest"}


def test_one_lane_does_one_thing_at_a_time_and_lanes_do_not_wait_for_each_other(owner):
    started, release, running, most = threading.Event(), threading.Event(), [], []

    def work(_progress):
        running.append(1)
        most.append(len(running))
        started.set()
        release.wait(WAIT_S)
        running.pop()
        return "view"

    heard = []
    owner.jobs.submit("view", work, heard.append)
    assert started.wait(WAIT_S)
    owner.jobs.submit("view", work, heard.append)
    owner.jobs.submit("save", lambda _: "save", heard.append)
    owner.take()
    assert heard == ["save"]
    release.set()
    owner.take(2)  # the older one's result comes too, and is dropped
    assert heard == ["save", "view"]
    assert max(most) == 1


def test_a_result_that_waits_is_dropped_once_its_job_is_cancelled(owner):
    heard = []
    job = owner.jobs.submit("view", lambda _: "late", heard.append)
    late = owner.waiting.get(timeout=WAIT_S)
    job.cancel()
    late()
    assert heard == []
    owner.jobs.submit("view", lambda _: "later", heard.append)
    late = owner.waiting.get(timeout=WAIT_S)
    owner.jobs.cancel("view")
    late()
    owner.jobs.cancel("a lane that never was")
    assert heard == []


def test_cancelled_work_ends_soon_and_says_nothing(owner):
    started, heard = threading.Event(), []
    job = owner.jobs.submit("view", _until_cancelled(started), heard.append, heard.append, heard.append)
    assert started.wait(WAIT_S)
    start = time.monotonic()
    job.cancel()
    assert not job.is_over
    while [thread for thread in threading.enumerate() if thread.name == "job view"]:
        assert time.monotonic() - start < 1
        time.sleep(0.001)
    assert job.is_over
    owner.take_all()
    assert heard == []


def test_an_error_is_delivered_and_the_lane_goes_on(owner):
    error, heard = ValueError("no"), []

    def broken(_progress):
        raise error

    owner.jobs.submit("view", broken, heard.append, lambda one: heard.append(("failed", one)))
    owner.take()
    assert heard == [("failed", error)]
    owner.jobs.submit("view", lambda _: "well", heard.append)
    owner.take()
    assert heard[-1] == "well"


def test_progress_is_told_now_and_then_and_at_the_end(owner):
    def work(progress):
        for part in range(2001):
            progress.step(part / 2000)

    told = []
    owner.jobs.submit("view", work, lambda _: told.append("done"), progress=told.append)
    while "done" not in told:
        owner.take()
    shares = told[:-1]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert len(shares) < 100


def test_closing_stops_everything_and_waits(owner):
    events = [threading.Event() for _ in range(4)]
    heard = []
    for number, started in enumerate(events):
        owner.jobs.submit(f"lane {number}", _until_cancelled(started), heard.append, heard.append)
    assert all(one.wait(WAIT_S) for one in events)
    owner.jobs.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("job ")]
    owner.take_all()
    assert heard == []


def test_work_that_comes_after_the_end_is_not_begun(owner):
    owner.jobs.close()
    begun, heard = [], []
    assert owner.jobs.submit("view", begun.append, heard.append).is_cancelled
    time.sleep(0.02)
    owner.take_all()
    assert (begun, heard) == ([], [])


def test_a_storm_of_jobs_leaves_only_the_last(owner):
    before, heard = sys.getswitchinterval(), []
    sys.setswitchinterval(1e-6)
    try:
        for number in range(300):
            owner.jobs.submit("view", lambda progress, n=number: (progress.step(0), n)[1], heard.append)
            if number % 7 == 0:
                owner.take_all()
        deadline = time.monotonic() + WAIT_S
        while (not heard or heard[-1] != 299) and time.monotonic() < deadline:
            owner.take()
    finally:
        sys.setswitchinterval(before)
    assert heard == sorted(heard)
    assert heard[-1] == 299
