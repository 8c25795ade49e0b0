package dev.fanlight.relay.gateway.push;

import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Silence in AAC-LC, 48 kHz mono, as long as the video (ISO/IEC 14496-3). Not thread safe. */
final class SilentSound {

    /** Tag head, then AudioSpecificConfig: object type 2, sampling frequency index 3, one channel. */
    private static final byte[] CONFIG = {(byte) 0xAF, 0, 0x11, (byte) 0x88};

    /** Tag head, then a raw_data_block of one channel without spectral data. */
    private static final byte[] FRAME = {(byte) 0xAF, 1, 0x00, (byte) 0xC8, 0x00, (byte) 0x80, 0x23, (byte) 0x80};

    private static final int SAMPLES = 1_024;
    private static final int RATE = 48_000;

    /** Frames that are written at once when the video has paused: a second. */
    private static final int MOST_AT_ONCE = RATE / SAMPLES;

    private final int streamId;
    private long count;

    SilentSound(int streamId) {
        this.streamId = streamId;
    }

    /** What is sent before the first frame. */
    RtmpMessage header(long millis) {
        return message(millis, CONFIG);
    }

    /** The frames up to a time of the video. */
    List<RtmpMessage> until(long millis) {
        count = Math.max(count, millis * RATE / SAMPLES / 1_000 - MOST_AT_ONCE);
        List<RtmpMessage> frames = new ArrayList<>();
        while (time() <= millis) {
            frames.add(message(time(), FRAME));
            count++;
        }
        return frames;
    }

    private long time() {
        return count * SAMPLES * 1_000 / RATE;
    }

    private RtmpMessage message(long millis, byte[] body) {
        return new RtmpMessage(RtmpType.AUDIO, streamId, millis, ByteBuffer.wrap(body.clone()));
    }
}
