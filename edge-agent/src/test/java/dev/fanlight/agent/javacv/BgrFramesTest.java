package dev.fanlight.agent.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;

class BgrFramesTest {

    @Test
    void blackAndWhiteStayWhereTheyAre() {
        FrameFormat format = new FrameFormat(new FrameSize(66, 40), 15, 0);
        RawFrame raw = new NativeFramePool(1).acquire(format, 0);
        byte[] samples = new byte[format.bytes()];
        Arrays.fill(samples, 0, 66 * 20, (byte) 16);
        Arrays.fill(samples, 66 * 20, 66 * 40, (byte) 235);
        Arrays.fill(samples, 66 * 40, samples.length, (byte) 128);
        raw.fill(samples);
        try (BgrFrames frames = new BgrFrames();
                Frame frame = frames.convert(raw)) {
            assertThat(frame.imageWidth).isEqualTo(66);
            assertThat(frame.imageHeight).isEqualTo(40);
            ByteBuffer pixels = (ByteBuffer) frame.image[0];
            assertThat(pixels.get(5 * frame.imageStride + 30) & 0xFF).isLessThan(3);
            assertThat(pixels.get(35 * frame.imageStride + 30) & 0xFF).isGreaterThan(252);
        }
    }
}
