package dev.fanlight.agent.source;

/**
 * Lays the laps of a looped file end to end on the media clock, in real time. A source that has fallen far behind (the
 * computer slept) starts over at the present. Not thread safe.
 */
public final class LoopTimeline {

    private static final long FAR_BEHIND_MICROS = 1_000_000;

    private final long intervalMicros;

    private boolean anchored;
    private boolean newLap;
    private long shiftMicros;
    private long lastMicros;

    /** For media of {@code fps} frames a second, which is the distance where laps meet. */
    public LoopTimeline(double fps) {
        this.intervalMicros = Math.round(1_000_000 / Math.max(1, fps));
    }

    /** The next time belongs to another lap: it follows on the last one at the usual distance. */
    public void newLap() {
        newLap = true;
    }

    /** What was added to the last file time; what belongs to the same lap and is no frame is due at the same distance. */
    public long shiftMicros() {
        return shiftMicros;
    }

    /** When the access unit or frame of this file time is due; all µs. */
    public long place(long fileMicros, long nowMicros) {
        if (!anchored) {
            shiftMicros = nowMicros - fileMicros;
        } else if (newLap) {
            shiftMicros = lastMicros + intervalMicros - fileMicros;
        }
        if (fileMicros + shiftMicros < nowMicros - FAR_BEHIND_MICROS) {
            shiftMicros = nowMicros - fileMicros;
        }
        anchored = true;
        newLap = false;
        lastMicros = fileMicros + shiftMicros;
        return lastMicros;
    }
}
