package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.TestFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerQueueTest {

    private static final QueueLimits SMALL =
            new QueueLimits(5, 1_000, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(12));

    private final TestOutput output = new TestOutput();
    private final RelayCounters counters = new RelayCounters();
    private final List<TestFrame> made = new ArrayList<>();
    private long now;
    private int keyFramesWanted;
    private final ViewerRequests requests = new ViewerRequests() {
        @Override
        public void keyFrame(int track) {
            keyFramesWanted++;
        }

        @Override
        public void low(ViewerQueue viewer, boolean wanted) {}

        @Override
        public void gone(ViewerQueue viewer) {}
    };
    private final ViewerQueue queue = new ViewerQueue(output, SMALL, () -> now, counters, requests);

    @Test
    void nothingIsDeliveredBeforeTheStart() {
        offer(0, true);
        assertThat(output.frames).isEmpty();
    }

    @Test
    void viewerThatAcceptsEverythingReceivesEverythingAtOnce() {
        queue.start(List.of());
        for (int i = 0; i < 20; i++) {
            offer(i, i % 10 == 0);
        }
        assertThat(output.frames).hasSize(20);
        assertAllReleased();
    }

    @Test
    void firstFrameIsAKeyFrame() {
        queue.start(List.of());
        offer(5, false);
        offer(6, true);
        offer(7, false);
        assertThat(output.sequences()).containsExactly(6L, 7L);
    }

    @Test
    void slowViewerSkipsToTheNewestKeyFrameInTheQueue() {
        queue.start(List.of());
        output.room = 0;
        offer(0, true);
        offer(1, false);
        offer(2, false);
        offer(3, true);
        offer(4, false);
        offer(5, false);
        output.room = 100;
        queue.drain();
        assertThat(output.sequences()).containsExactly(3L, 4L, 5L);
        assertThat(counters.get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER)).isEqualTo(3);
        assertAllReleased();
    }

    @Test
    void withoutAKeyFrameInTheQueueItWaitsForTheNextAndRequestsOne() {
        queue.start(List.of());
        output.room = 0;
        for (int i = 0; i <= 6; i++) {
            offer(i, i == 0);
        }
        assertThat(keyFramesWanted).isZero();
        output.room = 100;
        queue.drain();
        assertThat(keyFramesWanted).isEqualTo(1);
        offer(7, false);
        offer(8, true);
        offer(9, false);
        assertThat(output.sequences()).containsExactly(8L, 9L);
        assertAllReleased();
    }

    @Test
    void bytesAreBoundedToo() {
        queue.start(List.of());
        output.room = 0;
        offer(TestFrame.video(0, true, 900));
        offer(TestFrame.video(1, false, 200));
        output.room = 100;
        queue.drain();
        assertThat(output.frames).isEmpty();
        assertAllReleased();
    }

    @Test
    void singleFrameMayAlwaysWaitHoweverLarge() {
        queue.start(List.of());
        output.room = 0;
        offer(TestFrame.video(0, true, 5_000));
        output.room = 100;
        queue.drain();
        assertThat(output.sequences()).containsExactly(0L);
    }

    @Test
    void framesThatWaitedTooLongAreDropped() {
        queue.start(List.of());
        output.room = 0;
        offer(0, true);
        now = Duration.ofMillis(2_001).toNanos();
        offer(1, false);
        output.room = 100;
        queue.drain();
        assertThat(output.frames).isEmpty();
        assertAllReleased();
    }

    @Test
    void viewerThatHasLeftBeforeItBeginsKeepsNothing() {
        queue.close();
        TestFrame cached = TestFrame.video(0, true, 10);
        made.add(cached);
        cached.retain();
        queue.start(List.of(cached.at(now)));
        offer(1, false);

        assertThat(output.frames).isEmpty();
        assertAllReleased();
    }

    @Test
    void startMayBeLargerThanTheQueue() {
        List<IndexedFrame> cached = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestFrame frame = TestFrame.video(i, i == 0, 900);
            made.add(frame);
            frame.retain();
            cached.add(frame.at(0));
        }
        output.room = 2;
        queue.start(cached);
        offer(TestFrame.video(4, false, 900));
        output.room = 100;
        queue.drain();
        assertThat(output.sequences()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertAllReleased();
    }

    @Test
    void viewerThatAcceptsNothingForTenSecondsIsDisconnectedOnce() {
        queue.start(List.of());
        offer(0, true);
        output.room = 0;
        offer(1, false);
        now = Duration.ofSeconds(9).toNanos();
        queue.check();
        assertThat(output.disconnects).isZero();
        now = Duration.ofSeconds(11).toNanos();
        queue.check();
        queue.check();
        assertThat(output.disconnects).isOne();
        queue.close();
        assertAllReleased();
    }

    private void offer(long sequence, boolean key) {
        offer(TestFrame.video(sequence, key, 10));
    }

    private void offer(TestFrame frame) {
        made.add(frame);
        queue.offer(FrameBatch.of(frame.at(now), form -> form), now);
    }

    private void assertAllReleased() {
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }
}
