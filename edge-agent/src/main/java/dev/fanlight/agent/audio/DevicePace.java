package dev.fanlight.agent.audio;

/**
 * Holds back a device that delivers faster than sound is made. ALSA’s plug-ins {@code null} and {@code file} do, and would keep a
 * processor busy; sound cards never notice. Not thread safe.
 */
public final class DevicePace {

    private static final long MICROS = 1_000_000;
    /** What may be delivered at once without a wait, µs of sound. */
    private static final long AT_ONCE_MICROS = 20_000;
    /** So much that was late may be made up for at once: what a sound card keeps for a reader that comes late, and more. */
    private static final double MOST_BEHIND_MICROS = 2_000_000;
    /** As fast as {@link DriftCorrection} can follow. */
    private static final double FASTEST = 1 + DriftCorrection.MAX_RATE * 0.9;

    private long lastMicros;
    private double aheadMicros;

    /** Begins now, µs on the media clock. */
    public DevicePace(long nowMicros) {
        this.lastMicros = nowMicros;
    }

    /**
     * Takes sound in that was just delivered.
     *
     * @param samples of each channel
     * @param sampleRate Hz
     * @param nowMicros on the media clock
     * @return how long to wait before more is read, µs
     */
    public long delivered(int samples, int sampleRate, long nowMicros) {
        double passed = (nowMicros - lastMicros) * FASTEST;
        lastMicros = nowMicros;
        aheadMicros = Math.max(-MOST_BEHIND_MICROS, aheadMicros - passed) + (double) samples * MICROS / sampleRate;
        return Math.max(0, Math.round(aheadMicros) - AT_ONCE_MICROS);
    }
}
