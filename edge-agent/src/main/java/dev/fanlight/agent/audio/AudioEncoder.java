package dev.fanlight.agent.audio;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.OpusConfig;

/** Encodes sound to Opus, packet by packet, without waiting for the next one. One thread uses and closes it. */
public interface AudioEncoder extends AutoCloseable {

    /** Samples a second of what it takes. */
    int SAMPLE_RATE = 48_000;

    /** Samples of each channel in a packet: 20 ms. */
    int PACKET_SAMPLES = SAMPLE_RATE / 50;

    /** What decoders have to know. */
    OpusConfig config();

    /** 1 or 2. */
    int channels();

    /**
     * Encodes one packet.
     *
     * @param samples {@link #PACKET_SAMPLES} of each channel, interleaved, signed
     * @param captureMicros when the first of them was captured, on the media clock
     * @return the access unit, stamped with the time of the first sample that a decoder makes of it: the encoder’s padding earlier
     */
    AccessUnit encode(short[] samples, long captureMicros) throws AudioException;

    @Override
    void close();
}
