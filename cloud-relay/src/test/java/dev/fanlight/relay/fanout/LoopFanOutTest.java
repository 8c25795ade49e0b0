package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.stream.TestFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoopFanOutTest {

    private static final class NoWishes implements ViewerRequests {
        @Override
        public void keyFrame(int track) {}

        @Override
        public void low(ViewerQueue viewer, boolean wanted) {}

        @Override
        public void gone(ViewerQueue viewer) {}
    }

    private record Viewer(TestOutput sink, ViewerQueue queue) {}

    private static final int GOP = 12;

    private final TestTime time = new TestTime();
    private final ManualLoop loop = new ManualLoop();
    private final RelayCounters counters = new RelayCounters();
    private final FanOutContext fanOut = new FanOutContext(
            frame -> frame, Duration.ofMillis(66), TestBatch::of, time, ThreadCpuTime.UNKNOWN, counters);
    private final LoopFanOut viewers = new LoopFanOut(loop, fanOut);
    private final List<TestFrame> made = new ArrayList<>();
    private long next;

    @Test
    void viewerWhoFallsOutOfStepAloneMissesNothingAndComesBack() {
        List<Viewer> all = join(20);
        deliver(GOP);
        Viewer slow = all.get(7);
        slow.sink().room = 0;
        deliver(3);
        slow.sink().room = Integer.MAX_VALUE;
        slow.queue().drain();
        deliver(GOP);

        long[] everything = LongStream.range(0, next).toArray();
        assertThat(all)
                .allSatisfy(viewer -> assertThat(viewer.sink().sequences()).containsExactly(asList(everything)));
        assertThat(counters.get(RelayCounter.FRAMES_OUT)).isEqualTo(20 * next);
        assertNothingIsKept();
    }

    @Test
    void viewerWhoLeavesGetsNothingMoreAndTheOthersAll() {
        List<Viewer> all = join(10);
        deliver(GOP);
        viewers.remove(all.get(4).queue());
        deliver(GOP);

        assertThat(all.get(4).sink().frames).hasSize(GOP);
        all.remove(4);
        assertThat(all).allSatisfy(viewer -> assertThat(viewer.sink().frames).hasSize(2 * GOP));
    }

    @Test
    void mergedPicturesGoToAThirdOfTheViewersAtATime() {
        List<Viewer> all = join(60);
        deliver(GOP);
        press();
        deliver(GOP);
        for (int i = 0; i < GOP; i++) {
            all.forEach(viewer -> viewer.sink().writes.clear());
            deliver(1);
            List<Integer> writes = all.stream()
                    .flatMap(viewer -> viewer.sink().writes.stream())
                    .toList();
            assertThat(writes).hasSize(20).containsOnly(MergePolicy.MOST);
        }
    }

    @Test
    void whoWantsLowLatencyIsMergedLast() {
        List<Viewer> all = join(12);
        Viewer prompt = all.get(5);
        prompt.queue().prefer(Quality.AUTO, Latency.LOW);
        deliver(GOP);
        TestPressures.push(fanOut.pressure(loop), 0, time);
        while (fanOut.pressure(loop).level() < 2) {
            TestPressures.push(fanOut.pressure(loop), 3, time);
        }
        deliver(GOP);

        assertThat(prompt.sink().writes).containsOnly(1);
        all.remove(prompt);
        assertThat(all).allSatisfy(viewer -> assertThat(viewer.sink().writes).contains(2));
    }

    @Test
    void heldPicturesGoWhenNoneFollows() {
        List<Viewer> all = join(12);
        deliver(GOP);
        press();
        deliver(GOP + 1);
        time.nanos += Duration.ofMillis(90).toNanos();
        loop.timersDue();

        assertThat(all).allSatisfy(viewer -> assertThat(viewer.sink().frames).hasSize(2 * GOP + 1));
        assertNothingIsKept();
    }

    private void press() {
        while (fanOut.pressure(loop).level() < LoopPressure.HIGHEST) {
            TestPressures.push(fanOut.pressure(loop), 4, time);
        }
    }

    private List<Viewer> join(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> join()).toList());
    }

    private Viewer join() {
        TestOutput sink = new TestOutput();
        ViewerQueue queue = new ViewerQueue(sink, QueueLimits.STANDARD, time, counters, new NoWishes());
        viewers.add(queue);
        queue.renditions(new Renditions(OptionalInt.of(0), OptionalInt.empty(), Set.of()));
        queue.start(List.of());
        return new Viewer(sink, queue);
    }

    private void deliver(int count) {
        for (int i = 0; i < count; i++) {
            TestFrame frame = TestFrame.video(next, next % GOP == 0, 10);
            made.add(frame);
            viewers.deliver(frame.at(time.nanos));
            next++;
        }
    }

    private void assertNothingIsKept() {
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }

    private static Long[] asList(long[] numbers) {
        return LongStream.of(numbers).boxed().toArray(Long[]::new);
    }
}
