package dev.fanlight.agent.audio;

/** The time of samples that are counted, 48,000 a second, from a moment on the media clock. Not thread safe. */
final class SampleClock {

    private static final long MICROS = 1_000_000;

    private final long startMicros;
    private long samples;

    SampleClock(long startMicros) {
        this.startMicros = startMicros;
    }

    /** When the next sample was captured, µs. */
    long micros() {
        return startMicros + samples * MICROS / AudioEncoder.SAMPLE_RATE;
    }

    void advance(int count) {
        samples += count;
    }
}
