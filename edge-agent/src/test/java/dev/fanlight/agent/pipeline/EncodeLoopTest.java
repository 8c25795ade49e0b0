package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.capture.FramePool;
import dev.fanlight.agent.capture.PictureFormat;
import dev.fanlight.agent.capture.PictureSize;
import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.AccessUnit;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.agent.testing.TestFormats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EncodeLoopTest {

    private final ManualTime time = new ManualTime();
    private final List<String> events = new ArrayList<>();
    private final CollectedOutput output = new CollectedOutput();
    private final FramePool pool = new FramePool(9);
    private final FrameQueue queue = new FrameQueue(9);
    private final KeyFrameWish wish = new KeyFrameWish(time, Duration.ofMillis(250));
    private final AtomicInteger bitRate = new AtomicInteger(1000);
    private final EncodeLoop loop = new EncodeLoop(queue, this::open, wish, bitRate, output);

    private VideoEncoder open(PictureFormat pictures, int rate) {
        events.add("open " + pictures.opening() + " " + rate);
        return new Encoder();
    }

    private void encode(long opening) throws Exception {
        queue.put(pool.acquire(new PictureFormat(new PictureSize(2, 2), 15, opening), 7));
        assertThat(loop.doWork()).isTrue();
    }

    @Test
    void oneEncoderAnOpeningAndAPublishingEach() throws Exception {
        encode(0);
        encode(0);
        encode(1);
        loop.onClose();
        assertThat(events)
                .containsExactly("open 0 1000", "encode", "encode", "close", "open 1 1000", "encode", "close");
        assertThat(output.formats).hasSize(2);
        assertThat(output.units).hasSize(3);
    }

    @Test
    void picturesGiveTheirMemoryBack() throws Exception {
        encode(0);
        assertThat(pool.spares()).isEqualTo(1);
    }

    @Test
    void aNewBitrateReachesTheEncoderOnce() throws Exception {
        encode(0);
        bitRate.set(500);
        encode(0);
        encode(0);
        assertThat(events).containsExactly("open 0 1000", "encode", "rate 500", "encode", "encode");
    }

    @Test
    void aWishBecomesAKeyFrame() throws Exception {
        encode(0);
        wish.make();
        encode(0);
        encode(0);
        assertThat(events).containsExactly("open 0 1000", "encode", "encode key", "encode");
    }

    private final class Encoder implements VideoEncoder {

        @Override
        public StreamFormat format() {
            return TestFormats.baseline();
        }

        @Override
        public Optional<AccessUnit> encode(RawFrame frame, boolean key) {
            events.add(key ? "encode key" : "encode");
            return Optional.of(new AccessUnit(new byte[1], key, false, frame.captureMicros(), 0));
        }

        @Override
        public void bitRate(int bitsPerSecond) {
            events.add("rate " + bitsPerSecond);
        }

        @Override
        public void close() {
            events.add("close");
        }
    }
}
