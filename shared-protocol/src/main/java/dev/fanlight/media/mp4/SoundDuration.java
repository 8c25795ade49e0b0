package dev.fanlight.media.mp4;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.aac.AudioSpecificConfig;
import java.nio.ByteBuffer;

/** How long a packet of sound is. Stateless. */
final class SoundDuration {

    private static final int AAC_FRAME = 1024;
    private static final int LOW_DELAY_FRAME = 512;
    private static final int AAC_LD = 23;
    private static final int AAC_ELD = 39;

    private static final int MILLISECOND = 48;
    private static final int MOST_OF_OPUS = 120 * MILLISECOND;
    private static final int SILK = 12;
    private static final int HYBRID = 16;
    // By the two lowest bits of the configuration, RFC 6716 table 2, in samples at 48 kHz.
    private static final int[] SILK_FRAMES = {10 * MILLISECOND, 20 * MILLISECOND, 40 * MILLISECOND, 60 * MILLISECOND};
    private static final int[] HYBRID_FRAMES = {10 * MILLISECOND, 20 * MILLISECOND};
    private static final int[] CELT_FRAMES = {120, 240, 10 * MILLISECOND, 20 * MILLISECOND};

    private SoundDuration() {}

    /** The samples that a packet decodes to, at the rate of the decoded sound. */
    static int samples(CodecConfig config, ByteBuffer packet) {
        return config instanceof AacConfig aac ? ofAac(aac.configuration()) : ofOpus(packet);
    }

    private static int ofAac(AudioSpecificConfig config) {
        if (config.objectType() == AAC_LD || config.objectType() == AAC_ELD) {
            return LOW_DELAY_FRAME;
        }
        // Spectral band replication doubles the rate.
        return config.objectType() == config.coreObjectType() ? AAC_FRAME : 2 * AAC_FRAME;
    }

    /** RFC 6716 §3.1 and §3.2; a packet that is no Opus counts as 20 ms. */
    private static int ofOpus(ByteBuffer packet) {
        if (!packet.hasRemaining()) {
            return 20 * MILLISECOND;
        }
        int first = packet.get(packet.position()) & 0xFF;
        int samples = frame(first >> 3) * frames(first & 3, packet);
        return samples < 1 || samples > MOST_OF_OPUS ? 20 * MILLISECOND : samples;
    }

    private static int frame(int configuration) {
        if (configuration < SILK) {
            return SILK_FRAMES[configuration & 3];
        }
        return configuration < HYBRID ? HYBRID_FRAMES[configuration & 1] : CELT_FRAMES[configuration & 3];
    }

    private static int frames(int code, ByteBuffer packet) {
        if (code == 0) {
            return 1;
        }
        if (code < 3) {
            return 2;
        }
        return packet.remaining() < 2 ? 0 : packet.get(packet.position() + 1) & 0x3F;
    }
}
