package dev.fanlight.media.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples of one byte a channel, G.711 (RFC 3551 §4.5.14), split between any two of them. Immutable, thread safe.
 *
 * @param channels 1–255
 */
public record SamplePacketizer(int channels) implements RtpPacketizer {

    @Override
    public List<RtpPayload> split(boolean key, ByteBuffer unit) {
        int most = MAX_PAYLOAD_BYTES / channels * channels;
        List<RtpPayload> payloads = new ArrayList<>(1 + unit.remaining() / most);
        for (int at = 0; at < unit.remaining(); at += most) {
            ByteBuffer part = unit.slice(unit.position() + at, Math.min(most, unit.remaining() - at));
            payloads.add(new RtpPayload(new byte[0], part, false, at / channels));
        }
        return payloads;
    }
}
