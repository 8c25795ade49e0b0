package dev.fanlight.media.rtcp;

import java.util.List;

/** What the other end says. Immutable. */
public sealed interface RtcpEvent {

    /**
     * Packets did not arrive.
     *
     * @param source of the packets
     * @param sequences their numbers, 0–65535
     */
    record Missing(int source, List<Integer> sequences) implements RtcpEvent {

        public Missing {
            sequences = List.copyOf(sequences);
        }
    }

    /**
     * A key frame is needed.
     *
     * @param source of the video
     */
    record KeyFrameNeeded(int source) implements RtcpEvent {}

    /**
     * How a source arrives.
     *
     * @param source of the packets
     * @param lost of those since the last report, in 256ths
     * @param newest the number of the newest one, counted over the rounds of its 16 bits
     */
    record Reception(int source, int lost, int newest) implements RtcpEvent {}

    /**
     * Which moment a timestamp is.
     *
     * @param source of the packets
     * @param ntp 32 bits of seconds since 1900, 32 bits of a fraction
     * @param timestamp the same moment on the clock of the track
     */
    record Clock(int source, long ntp, int timestamp) implements RtcpEvent {}

    /**
     * A source sends no more.
     *
     * @param source of the packets
     */
    record Goodbye(int source) implements RtcpEvent {}
}
