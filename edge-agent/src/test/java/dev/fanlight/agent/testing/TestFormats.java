package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.HexFormat;
import java.util.Optional;

/** Formats of real encoders. */
public final class TestFormats {

    private static final String AVCC =
            "0142c00cffe100196742c00cd901419f9f0110000003001000000301e0f142a48001000568cb83cb20";

    private TestFormats() {}

    /** 320x180, H.264 baseline, 15 fps. */
    public static VideoFormat baseline() {
        try {
            H264Config config = H264Config.parse(HexFormat.of().parseHex(AVCC));
            return new VideoFormat(config, config.shape().withFrameRate(15));
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }

    /** A track of stereo Opus. */
    public static Track opus(int id) {
        return Track.of(id, Track.AUDIO, new OpusConfig(Optional.empty()), new AudioShape(48_000, 2));
    }
}
