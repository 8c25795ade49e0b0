package dev.fanlight.agent.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EncoderSelectionTest {

    private static final FrameFormat FRAMES = new FrameFormat(new FrameSize(64, 32), 15, 0);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final NativeFramePool pool = new NativeFramePool(3);
    private final EncoderProofs proofs = new EncoderProofs();
    private final List<String> notices = new ArrayList<>();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch driver = new CountDownLatch(1);
    private final CountDownLatch freed = new CountDownLatch(1);

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    @AfterEach
    void release() {
        driver.countDown();
        pool.close();
    }

    /** How an encoder of these tests behaves. */
    private enum Behavior {
        WORKS,
        DOES_NOT_OPEN,
        GIVES_NOTHING,
        FAILS_AT_ITS_SIXTH_FRAME,
        BLOCKS_AT_ITS_SIXTH_FRAME,
        BLOCKS_AT_ITS_FIRST_FRAME
    }

    private EncoderChoice choice(String name, Behavior behavior) {
        return new EncoderChoice(name, frames -> {
            events.add("open " + name);
            if (behavior == Behavior.DOES_NOT_OPEN) {
                throw new EncodeException("no such device");
            }
            return new Encoder(name, behavior);
        });
    }

    private EncoderSelection selection(Duration limit, EncoderChoice... choices) {
        return new EncoderSelection(List.of(choices), proofs, pool, limit, notices::add);
    }

    private void encode(VideoEncoder encoder, int frames) throws EncodeException {
        for (int i = 0; i < frames; i++) {
            try (RawFrame frame = pool.acquire(FRAMES, GreyFrames.END_MICROS + i)) {
                var unused = encoder.encode(frame, false);
            }
        }
    }

    @Test
    void theFirstEncoderThatWorksIsUsedAndPeopleAreNotBotheredWithTheOthers() throws Exception {
        EncoderSelection selection = selection(
                LONG,
                choice("first", Behavior.DOES_NOT_OPEN),
                choice("second", Behavior.GIVES_NOTHING),
                choice("third", Behavior.WORKS));
        try (VideoEncoder encoder = selection.open(FRAMES).orElseThrow()) {
            encode(encoder, 9);
            assertThat(selection.inUse()).isEqualTo("third");
        }
        assertThat(selection.inUse()).isEmpty();
        assertThat(notices).isEmpty();
        assertThat(selection.failures(FRAMES))
                .containsExactly("first: no such device", "second: it gave no key frame for two frames");
    }

    @Test
    void aProofIsTwoFramesAndHoldsForAllCamerasOfTheProcess() throws Exception {
        EncoderChoice works = choice("works", Behavior.WORKS);
        EncoderChoice broken = choice("broken", Behavior.DOES_NOT_OPEN);
        selection(LONG, broken, works).open(FRAMES).orElseThrow().close();
        assertThat(events).containsExactly("open broken", "open works", "works", "works", "close works");
        events.clear();
        selection(LONG, broken, works).open(FRAMES).orElseThrow().close();
        assertThat(events).containsExactly("open works", "close works");
    }

    @Test
    void anotherSizeIsProvenAnew() throws Exception {
        EncoderSelection selection = selection(LONG, choice("works", Behavior.WORKS));
        selection.open(FRAMES).orElseThrow().close();
        events.clear();
        selection
                .open(new FrameFormat(new FrameSize(32, 32), 15, 0))
                .orElseThrow()
                .close();
        assertThat(events).hasSize(4);
    }

    @Test
    void anEncoderThatFailsIsReplacedByTheNextOneWhichIsSaidOnce() throws Exception {
        EncoderSelection selection = selection(
                LONG, choice("h264_v4l2m2m", Behavior.FAILS_AT_ITS_SIXTH_FRAME), choice("libx264", Behavior.WORKS));
        VideoEncoder first = selection.open(FRAMES).orElseThrow();
        encode(first, 3);
        assertThatThrownBy(() -> encode(first, 1)).hasMessage("broken");
        first.close();
        for (int i = 0; i < 2; i++) {
            try (VideoEncoder next = selection.open(FRAMES).orElseThrow()) {
                encode(next, 9);
            }
        }
        assertThat(notices).containsExactly("h264_v4l2m2m has stopped: encoding with libx264 from now on.");
    }

    @Test
    void whenTheLastOneHasFailedTheFirstHasToProveItselfAgain() throws Exception {
        EncoderSelection selection = selection(LONG, choice("only", Behavior.FAILS_AT_ITS_SIXTH_FRAME));
        VideoEncoder first = selection.open(FRAMES).orElseThrow();
        assertThatThrownBy(() -> encode(first, 4)).hasMessage("broken");
        first.close();
        events.clear();
        selection.open(FRAMES).orElseThrow().close();
        assertThat(events).containsExactly("open only", "only", "only", "close only");
    }

    @Test
    void withoutAnyEncoderTheReasonsOfAllAreNamed() {
        EncoderSelection selection =
                selection(LONG, choice("a", Behavior.DOES_NOT_OPEN), choice("b", Behavior.GIVES_NOTHING));
        assertThatThrownBy(() -> selection.open(FRAMES))
                .hasMessage("no encoder works here (a: no such device; b: it gave no key frame for two frames)");
    }

    @Test
    void anEncoderThatNeverAnswersIsLeftBehindWithItsFrameAndNotUsedAgain() throws Exception {
        EncoderSelection selection = selection(
                SHORT, choice("h264_v4l2m2m", Behavior.BLOCKS_AT_ITS_SIXTH_FRAME), choice("libx264", Behavior.WORKS));
        VideoEncoder stuck = selection.open(FRAMES).orElseThrow();
        encode(stuck, 3);
        assertThatThrownBy(() -> encode(stuck, 1)).hasMessageContaining("has not answered");
        stuck.close();
        try (VideoEncoder next = selection.open(FRAMES).orElseThrow()) {
            encode(next, 9);
        }
        assertThat(notices).containsExactly("h264_v4l2m2m has stopped: encoding with libx264 from now on.");
        assertThat(selection(SHORT, choice("h264_v4l2m2m", Behavior.WORKS)).failures(FRAMES))
                .containsExactly("h264_v4l2m2m: it has stopped answering");
        driver.countDown();
        freed.await();
    }

    @Test
    void anEncoderThatBlocksAtOnceIsNotUsed() throws Exception {
        EncoderSelection selection = selection(
                SHORT, choice("stuck", Behavior.BLOCKS_AT_ITS_FIRST_FRAME), choice("libx264", Behavior.WORKS));
        try (VideoEncoder encoder = selection.open(FRAMES).orElseThrow()) {
            encode(encoder, 3);
        }
        assertThat(notices).isEmpty();
        assertThat(selection.failures(FRAMES)).containsExactly("stuck: it has stopped answering");
    }

    private final class Encoder implements VideoEncoder {

        private final String name;
        private final Behavior behavior;
        private int frames;

        Encoder(String name, Behavior behavior) {
            this.name = name;
            this.behavior = behavior;
        }

        @Override
        public VideoFormat format() {
            return TestFormats.baseline();
        }

        @Override
        public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
            events.add(name);
            frames++;
            switch (behavior) {
                case FAILS_AT_ITS_SIXTH_FRAME -> fail(frames == 6);
                case BLOCKS_AT_ITS_SIXTH_FRAME -> block(frames == 6);
                case BLOCKS_AT_ITS_FIRST_FRAME -> block(frames == 1);
                default -> fail(false);
            }
            return behavior == Behavior.GIVES_NOTHING
                    ? Optional.empty()
                    : Optional.of(new AccessUnit(
                            MediaKind.VIDEO, key, false, frame.captureMicros(), 0, Payload.copyOf(new byte[1])));
        }

        private void fail(boolean now) throws EncodeException {
            if (now) {
                throw new EncodeException("broken");
            }
        }

        /** As native code does: without regard to interrupts. */
        private void block(boolean now) {
            boolean blocked = now;
            while (blocked) {
                try {
                    driver.await();
                    blocked = false;
                } catch (InterruptedException e) {
                    // A driver knows none.
                }
            }
        }

        @Override
        public void bitRate(int bitsPerSecond) {
            events.add(name + " rate " + bitsPerSecond);
        }

        @Override
        public void close() {
            events.add("close " + name);
            freed.countDown();
        }
    }
}
