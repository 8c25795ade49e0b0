package dev.fanlight.relay.gateway.webrtc;

import java.util.OptionalLong;

/**
 * The times of one publisher’s tracks on one clock: as the packets arrive at first, as its reports say from the first one on. Loop only.
 */
final class IncomingTime {

    private static final long MICROS = 1_000_000;
    private static final int FAR_TICKS = 1 << 28;

    /** From the publisher’s clock to the relay’s; the same for all tracks, so that they stay together. */
    private OptionalLong offsetMicros = OptionalLong.empty();

    /** One track of it. */
    final class OfTrack {

        private final int clockRate;
        private int anchorTicks;
        private OptionalLong anchorMicros = OptionalLong.empty();

        /** The track has so many ticks a second. */
        OfTrack(int clockRate) {
            this.clockRate = clockRate;
        }

        /** Timestamps begin anew: the next one is of the moment in which it comes, until a report says better. */
        void restart() {
            anchorMicros = OptionalLong.empty();
        }

        /** A report says which moment a timestamp is. */
        void report(long ntp, int ticks, long nowMicros) {
            long micros = (ntp >>> 32) * MICROS + (((ntp & 0xFFFF_FFFFL) * MICROS) >>> 32);
            if (offsetMicros.isEmpty()) {
                offsetMicros = OptionalLong.of(nowMicros - micros);
            }
            anchorTicks = ticks;
            anchorMicros = OptionalLong.of(micros + offsetMicros.getAsLong());
        }

        /** The time of a packet, µs on the relay’s clock. */
        long micros(int ticks, long nowMicros) {
            if (anchorMicros.isEmpty()) {
                anchorTicks = ticks;
                anchorMicros = OptionalLong.of(nowMicros);
            }
            int distance = ticks - anchorTicks;
            long micros = anchorMicros.getAsLong() + distance * MICROS / clockRate;
            if (Math.abs(distance) > FAR_TICKS) {
                // In time before 32 bits have gone round.
                anchorTicks = ticks;
                anchorMicros = OptionalLong.of(micros);
            }
            return micros;
        }
    }
}
