package dev.fanlight.relay.bench.crowd;

/** What some viewers received in one window. Not thread safe: filled by one event loop, then handed over. */
public final class Tally {

    private final DelayHistogram delays = new DelayHistogram();
    private long bytes;
    private long lost;
    private long damaged;
    private long disconnected;
    private long behind;

    /** All zero. */
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

    void countDisconnected() {
        disconnected++;
    }

    void countBehind() {
        behind++;
    }

    void add(Tally other) {
        delays.add(other.delays);
        bytes += other.bytes;
        lost += other.lost;
        damaged += other.damaged;
        disconnected += other.disconnected;
        behind += other.behind;
    }

    /** Delays from capture to the arrival of the last byte, µs. */
    public DelayHistogram delays() {
        return delays;
    }

    /** Size of the media messages that arrived, bytes. */
    public long bytes() {
        return bytes;
    }

    /** Units that were published and did not arrive. */
    public long lost() {
        return lost;
    }

    /** Messages that were out of order, corrupt or against the protocol. */
    public long damaged() {
        return damaged;
    }

    /** Viewers that the relay disconnected. */
    public long disconnected() {
        return disconnected;
    }

    /** Viewers whose next unit was overdue at the end of the window. */
    public long behind() {
        return behind;
    }
}
