package dev.fanlight.relay.gateway.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.MediaFrame;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StillMemoryTest {

    private static final Track TRACK = Track.of(0, Track.MAIN, new Vp8Config(), VideoShape.of(640, 360));

    private final StillMemory memory = new StillMemory(3, 1_000);

    @Test
    void keepsTheNewestKeyFrameAndItsReference() {
        Counted first = new Counted(100);
        Counted second = new Counted(100);
        keep("a", 1, first);
        keep("a", 2, second);
        assertThat(first.references).isZero();
        assertThat(second.references).isEqualTo(1);
        assertThat(memory.newest("a")).isEqualTo(2);
        memory.frame("a").orElseThrow().release();
        assertThat(second.references).isEqualTo(1);
        memory.forget("a");
        assertThat(second.references).isZero();
        assertThat(memory.newest("a")).isNegative();
        assertThat(memory.frame("a")).isEmpty();
    }

    @Test
    void aJpegStaysWhenANewerKeyFrameComes() {
        memory.keep("a", new Jpeg(new byte[10], 1, 0, 0));
        keep("a", 2, new Counted(100));
        assertThat(memory.jpeg("a").orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void forgetsTheCameraThatSentNothingForLongestWhenThereAreTooMany() {
        IntStream.range(0, 3).forEach(i -> keep("camera-" + i, 1, new Counted(10)));
        keep("camera-0", 2, new Counted(10));
        Counted fourth = new Counted(10);
        keep("camera-3", 1, fourth);
        assertThat(memory.cameras()).isEqualTo(3);
        assertThat(memory.frame("camera-1")).isEmpty();
        assertThat(memory.newest("camera-0")).isEqualTo(2);
        assertThat(fourth.references).isEqualTo(1);
    }

    @Test
    void forgetsAsManyAsItTakesToStayBelowItsBytes() {
        Counted first = new Counted(400);
        keep("a", 1, first);
        memory.keep("b", new Jpeg(new byte[400], 1, 0, 0));
        keep("c", 1, new Counted(900));
        assertThat(first.references).isZero();
        assertThat(memory.jpeg("b")).isEmpty();
        assertThat(memory.cameras()).isEqualTo(1);
        Counted tooLarge = new Counted(1_001);
        keep("d", 1, tooLarge);
        assertThat(tooLarge.references).isZero();
        assertThat(memory.cameras()).isZero();
    }

    @Test
    void keepsNothingAfterItsEnd() {
        Counted before = new Counted(10);
        Counted after = new Counted(10);
        keep("a", 1, before);
        memory.close();
        keep("b", 1, after);
        memory.keep("b", new Jpeg(new byte[10], 1, 0, 0));
        assertThat(before.references).isZero();
        assertThat(after.references).isZero();
        assertThat(memory.cameras()).isZero();
    }

    private void keep(String camera, long number, Counted frame) {
        memory.keep(camera, KeptKeyFrame.of(number, TRACK, frame, 0));
    }

    /** Counts its references; the test itself has none. */
    private static final class Counted implements MediaFrame {

        private final int size;
        private int references;

        Counted(int size) {
            this.size = size;
        }

        @Override
        public MediaHeader header() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ByteBuffer payload() {
            return ByteBuffer.allocate(size);
        }

        @Override
        public SharedBuffer in(FrameForm form) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public void retain() {
            references++;
        }

        @Override
        public void release() {
            references--;
        }
    }
}
