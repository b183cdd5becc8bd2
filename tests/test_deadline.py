"""A block of work ends when its seconds are over, and leaves the alarm as it found it."""

import signal
import threading
import time

import pytest

from volteface.deadline import OutOfTimeError, deadline

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm signal on this system")


def work(seconds: float) -> None:
    """Computes for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_work_that_takes_longer_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(OutOfTimeError), deadline(0.02):
        work(5)
    assert time.monotonic() - began < 4


def test_work_that_is_done_in_time_is_left_alone() -> None:
    with deadline(5):
        work(0.01)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("seconds", [0, 1e-9])
def test_no_time_at_all_is_over_at_once(seconds: float) -> None:
    with pytest.raises(OutOfTimeError), deadline(seconds):
        work(5)


def test_the_handler_of_before_comes_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(5):
        assert signal.getsignal(signal.SIGALRM) is not before
    with pytest.raises(OutOfTimeError), deadline(0.01):
        work(5)
    assert signal.getsignal(signal.SIGALRM) is before


def test_the_fault_of_the_work_itself_comes_through() -> None:
    with pytest.raises(KeyError, match="mine"), deadline(5):
        raise KeyError("mine")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize(("outer", "inner"), [(5, 0.02), (0.02, 5)])
def test_of_two_deadlines_the_earlier_counts(outer: float, inner: float) -> None:
    began = time.monotonic()
    with pytest.raises(OutOfTimeError), deadline(outer), deadline(inner):
        work(5)
    assert time.monotonic() - began < 4


def test_the_outer_deadline_goes_on_after_an_inner_one() -> None:
    def two_pieces() -> None:
        with deadline(0.05):
            work(0.001)
        work(5)

    with pytest.raises(OutOfTimeError), deadline(0.1):
        two_pieces()


def test_beside_the_main_thread_nothing_is_limited() -> None:
    done: list[str] = []

    def beside() -> None:
        with deadline(0.001):
            work(0.02)
        done.append("all of it")

    thread = threading.Thread(target=beside)
    thread.start()
    thread.join()
    assert done == ["all of it"]
