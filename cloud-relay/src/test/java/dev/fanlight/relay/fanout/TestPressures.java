package dev.fanlight.relay.fanout;

/** Makes event loops busy. */
final class TestPressures {

    private TestPressures() {}

    /** As if {@code quarters} quarters of the time were spent handing out; moves the clock on. */
    static void push(LoopPressure pressure, int quarters, TestTime time) {
        long started = time.nanos;
        time.nanos += quarters * 10_000_000L;
        pressure.worked(started, time.nanos, 0);
        time.nanos += (4 - quarters) * 10_000_000L;
    }
}
