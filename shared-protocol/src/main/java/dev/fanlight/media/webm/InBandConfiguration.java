package dev.fanlight.media.webm;

import dev.fanlight.media.H264Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.h264.H264NalType;
import dev.fanlight.media.vp.Vp9FrameHeader;
import dev.fanlight.media.vp.VpConfiguration;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Configuration records for tracks that come without one, made of their first key frame. Stateless. */
final class InBandConfiguration {

    private InBandConfiguration() {}

    /** The record that a key frame allows to be made; empty while it does not. */
    static Optional<ByteBuffer> of(WebmCodec codec, ByteBuffer frame) throws BitstreamException {
        return switch (codec) {
            case H264 -> h264(frame);
            case VP9 ->
                Vp9FrameHeader.read(frame)
                        .map(header ->
                                ByteBuffer.wrap(VpConfiguration.of(header.profile(), header.level(), header.bits())
                                        .record()));
            default -> Optional.empty();
        };
    }

    /** Browsers record H.264 with its parameter sets in front of each key frame only. */
    private static Optional<ByteBuffer> h264(ByteBuffer frame) throws BitstreamException {
        List<ByteBuffer> sets = NalUnits.splitLengthPrefixed(frame).stream()
                .filter(unit -> H264NalType.of(unit) == H264NalType.SPS || H264NalType.of(unit) == H264NalType.PPS)
                .toList();
        return sets.isEmpty() ? Optional.empty() : H264Config.of(sets).record().map(ByteBuffer::wrap);
    }
}
