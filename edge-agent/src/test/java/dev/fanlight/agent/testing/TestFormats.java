package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.HexFormat;

/** A format out of a real encoder: 320x180, baseline. */
public final class TestFormats {

    private static final String AVCC =
            "0142c00cffe100196742c00cd901419f9f0110000003001000000301e0f142a48001000568cb83cb20";

    private TestFormats() {}

    public static StreamFormat baseline() {
        try {
            H264Config config = H264Config.parse(HexFormat.of().parseHex(AVCC));
            return new StreamFormat(config, config.shape().withFrameRate(15));
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }
}
