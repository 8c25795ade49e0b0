package dev.fanlight.media.rtp;

import dev.fanlight.media.H265Config;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * H.264 (RFC 6184, packetization mode 1) and H.265 (RFC 7798, without decoding order numbers): a NAL unit is a packet, or fragments where it is
 * larger than one. Immutable, thread safe.
 */
public final class NalPacketizer implements RtpPacketizer {

    private static final int FU_A = 28;
    private static final int FU_H265 = 49;
    private static final int START = 0x80;
    private static final int END = 0x40;

    private final List<ByteBuffer> parameterSets;
    private final int headerBytes;
    private final int maxPayloadBytes;

    private NalPacketizer(List<ByteBuffer> parameterSets, int headerBytes, int maxPayloadBytes) {
        this.parameterSets = parameterSets;
        this.headerBytes = headerBytes;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /** The packetizer of a track with this configuration, whose parameter sets it repeats in front of each key frame. */
    public static NalPacketizer of(NalConfig config) {
        return of(config, MAX_PAYLOAD_BYTES);
    }

    /**
     * The same with smaller packets.
     *
     * @param maxPayloadBytes of a packet, some hundreds at least
     */
    public static NalPacketizer of(NalConfig config, int maxPayloadBytes) {
        int headerBytes = config instanceof H265Config ? 2 : 1;
        return new NalPacketizer(List.copyOf(config.parameterSets()), headerBytes, maxPayloadBytes);
    }

    @Override
    public List<RtpPayload> split(boolean key, ByteBuffer unit) throws BitstreamException {
        List<ByteBuffer> nals = new ArrayList<>(key ? parameterSets : List.of());
        nals.addAll(NalUnits.splitLengthPrefixed(unit));
        List<RtpPayload> payloads = new ArrayList<>();
        for (int i = 0; i < nals.size(); i++) {
            add(payloads, nals.get(i), i == nals.size() - 1);
        }
        return payloads;
    }

    private void add(List<RtpPayload> payloads, ByteBuffer nal, boolean isLast) {
        if (nal.remaining() <= maxPayloadBytes) {
            payloads.add(RtpPayload.whole(nal, isLast));
            return;
        }
        int most = maxPayloadBytes - headerBytes - 1;
        int end = nal.limit();
        int first = nal.position() + headerBytes;
        for (int at = first; at < end; at += most) {
            int length = Math.min(most, end - at);
            boolean isEnd = at + length == end;
            byte[] head = head(nal, (at == first ? START : 0) | (isEnd ? END : 0));
            payloads.add(new RtpPayload(head, nal.slice(at, length), isLast && isEnd, 0));
        }
    }

    /** The header of the unit with the type of fragments, and the fragment header with the type of the unit. */
    private byte[] head(ByteBuffer nal, int position) {
        int first = nal.get(nal.position());
        if (headerBytes == 1) {
            return new byte[] {(byte) ((first & 0xE0) | FU_A), (byte) (position | (first & 0x1F))};
        }
        int type = first >> 1 & 0x3F;
        return new byte[] {
            (byte) ((first & 0x81) | (FU_H265 << 1)), nal.get(nal.position() + 1), (byte) (position | type)
        };
    }
}
