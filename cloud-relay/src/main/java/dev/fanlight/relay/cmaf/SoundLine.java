package dev.fanlight.relay.cmaf;

import java.util.OptionalLong;

/**
 * Lays packets of sound end to end: players click at every gap and overlap, however small. Sound that is further off than
 * {@link #MOST_OFF_MICROS} begins anew where it belongs, or waits until its place is free. One muxer’s thread only.
 */
public final class SoundLine {

    /** How far sound may be from where its capture time puts it: lips and sound part at 45 ms (ITU-R BT.1359). */
    public static final long MOST_OFF_MICROS = 40_000;

    private static final long SECOND = 1_000_000;

    private final int timescale;
    private long next = -1;

    /** A line without sound yet, in ticks of {@code timescale} a second. */
    public SoundLine(int timescale) {
        this.timescale = timescale;
    }

    /**
     * The place of a packet, in ticks; empty for one that lies where others are already.
     *
     * @param micros where it belongs, not negative
     * @param ticks how long it is
     */
    public OptionalLong place(long micros, int ticks) {
        long wanted = micros / SECOND * timescale + micros % SECOND * timescale / SECOND;
        long most = MOST_OFF_MICROS * timescale / SECOND;
        if (next < 0 || wanted - next > most) {
            next = wanted;
        } else if (next - wanted > most) {
            return OptionalLong.empty();
        }
        long place = next;
        next += ticks;
        return OptionalLong.of(place);
    }
}
