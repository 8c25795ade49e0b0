package dev.fanlight.media.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/** Opus (RFC 7587): a packet is a packet, which the format cannot split; 20 ms have 1,275 bytes at most. Immutable, thread safe. */
public final class OpusPacketizer implements RtpPacketizer {

    @Override
    public List<RtpPayload> split(boolean key, ByteBuffer unit) {
        return List.of(RtpPayload.whole(unit.slice(), false));
    }
}
