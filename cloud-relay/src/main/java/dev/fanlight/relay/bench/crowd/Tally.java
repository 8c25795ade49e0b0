package dev.fanlight.relay.bench.crowd;

/** What some viewers saw in one window of time. Not thread safe: one event loop’s, then the reader’s. */
public final class Tally {

    private final DelayHistogram delays = new DelayHistogram();
    private long bytes;
    private long lost;
    private long damaged;
    private long gone;
    private long behind;

    /** Nothing seen. */
    public Tally() {}

    void frame(long micros, int size) {
        delays.record(micros);
        bytes += size;
    }

    void countLost(long frames) {
        lost += frames;
    }

    void countDamaged() {
        damaged++;
    }

    void countGone() {
        gone++;
    }

    void countBehind() {
        behind++;
    }

    void add(Tally other) {
        delays.add(other.delays);
        bytes += other.bytes;
        lost += other.lost;
        damaged += other.damaged;
        gone += other.gone;
        behind += other.behind;
    }

    /** From capture to the arrival of the last byte. */
    public DelayHistogram delays() {
        return delays;
    }

    /** Media messages that arrived, bytes. */
    public long bytes() {
        return bytes;
    }

    /** Pictures that were published and did not arrive. */
    public long lost() {
        return lost;
    }

    /** Messages out of order, with wrong bytes or against the protocol. */
    public long damaged() {
        return damaged;
    }

    /** Viewers that were sent away. */
    public long gone() {
        return gone;
    }

    /** Viewers whose newest picture was old at the end of the window. */
    public long behind() {
        return behind;
    }
}
