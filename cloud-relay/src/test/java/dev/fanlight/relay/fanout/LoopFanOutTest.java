package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
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

    private static final class NoRequests implements ViewerRequests {
        @Override
        public void keyFrame(int track) {}

        @Override
        public void low(ViewerQueue viewer, boolean wanted) {}

        @Override
        public void gone(ViewerQueue viewer) {}
    }

    private record Viewer(TestOutput output, ViewerQueue queue) {}

    private static final int GOP = 12;
    private static final int SOUND_TRACK = 2;

    private final TestTime time = new TestTime();
    private final ManualLoop loop = new ManualLoop();
    private final RelayCounters counters = new RelayCounters();
    private final FanOutContext context = new FanOutContext(
            frame -> frame, Duration.ofMillis(66), TestBatch::of, time, ThreadCpuTime.UNKNOWN, counters);
    private final LoopFanOut viewers = new LoopFanOut(loop, context);
    private final List<TestFrame> made = new ArrayList<>();
    private long next;
    private long nextSound;

    @Test
    void detachedViewerMissesNothingAndIsSynchronizedAgain() {
        List<Viewer> all = join(20);
        deliver(GOP);
        Viewer slow = all.get(7);
        slow.output().room = 0;
        deliver(3);
        slow.output().room = Integer.MAX_VALUE;
        slow.queue().drain();
        deliver(GOP);

        long[] everything = LongStream.range(0, next).toArray();
        assertThat(all)
                .allSatisfy(viewer -> assertThat(viewer.output().sequences()).containsExactly(asList(everything)));
        assertThat(counters.get(RelayCounter.FRAMES_OUT)).isEqualTo(20 * next);
        assertAllReleased();
    }

    @Test
    void viewerThatLeavesReceivesNothingMoreAndTheOthersEverything() {
        List<Viewer> all = join(10);
        deliver(GOP);
        viewers.remove(all.get(4).queue());
        deliver(GOP);

        assertThat(all.get(4).output().frames).hasSize(GOP);
        all.remove(4);
        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().frames).hasSize(2 * GOP));
    }

    @Test
    void mergedFramesGoToAThirdOfTheViewersAtATime() {
        List<Viewer> all = join(60);
        deliver(GOP);
        press();
        deliver(GOP);
        for (int i = 0; i < GOP; i++) {
            all.forEach(viewer -> viewer.output().writes.clear());
            deliver(1);
            List<Integer> writes = all.stream()
                    .flatMap(viewer -> viewer.output().writes.stream())
                    .toList();
            assertThat(writes).hasSize(20).containsOnly(MergePolicy.MOST);
        }
    }

    @Test
    void framesForLowLatencyAreMergedLast() {
        List<Viewer> all = join(12);
        Viewer prompt = all.get(5);
        prompt.queue().prefer(Quality.AUTO, Latency.LOW);
        deliver(GOP);
        TestPressures.push(context.pressure(loop), 0, time);
        while (context.pressure(loop).level() < 2) {
            TestPressures.push(context.pressure(loop), 3, time);
        }
        deliver(GOP);

        assertThat(prompt.output().writes).containsOnly(1);
        all.remove(prompt);
        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().writes).contains(2));
    }

    @Test
    void heldFramesAreSentWhenNoneFollows() {
        List<Viewer> all = join(12);
        deliver(GOP);
        press();
        deliver(GOP + 1);
        time.nanos += Duration.ofMillis(90).toNanos();
        loop.timersDue();

        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().frames).hasSize(2 * GOP + 1));
        assertAllReleased();
    }

    @Test
    void soundIsSentWithTheNextFrameAndCostsNoSendOfItsOwn() {
        List<Viewer> all = join(20);
        deliver(GOP);
        all.forEach(viewer -> viewer.output().writes.clear());
        sound(2);
        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().writes).isEmpty());
        deliver(1);

        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().writes).containsExactly(3));
        assertAllReleased();
    }

    @Test
    void soundIsSentAloneWhenNoFrameComesInTime() {
        List<Viewer> all = join(4);
        deliver(GOP);
        sound(3);
        time.nanos += Duration.ofMillis(90).toNanos();
        loop.timersDue();

        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().frames).hasSize(GOP + 3));
        assertAllReleased();
    }

    @Test
    void soundThatWaitsIsBounded() {
        List<Viewer> all = join(4);
        deliver(GOP);
        sound(PendingSound.MOST);

        assertThat(all).allSatisfy(viewer -> assertThat(viewer.output().frames).hasSize(GOP + PendingSound.MOST));
    }

    @Test
    void viewerThatIsDetachedWhileSoundWaitsMissesNoneOfIt() {
        List<Viewer> all = join(20);
        deliver(GOP);
        sound(2);
        Viewer slow = all.get(3);
        slow.output().room = 0;
        deliver(1);
        sound(1);
        slow.output().room = Integer.MAX_VALUE;
        slow.queue().drain();
        deliver(GOP);

        long[] received = slow.output().frames.stream()
                .filter(frame -> frame.header().kind() == MediaKind.AUDIO)
                .mapToLong(frame -> frame.header().sequence())
                .toArray();
        assertThat(received).containsExactly(0, 1, 2);
        assertAllReleased();
    }

    @Test
    void suspendedViewerReceivesNoFrameAndContinuesAsALateJoiner() {
        List<Viewer> all = join(3);
        deliver(GOP);
        Viewer hidden = all.get(1);
        hidden.queue().suspend();
        deliver(3);
        assertThat(hidden.output().frames).hasSize(GOP);

        hidden.output().frames.clear();
        TestFrame key = TestFrame.video(GOP, true, 10);
        hidden.queue().start(List.of(key.at(time.nanos)));
        assertThat(hidden.output().sequences()).containsExactly((long) GOP);
    }

    private void sound(int count) {
        for (int i = 0; i < count; i++) {
            TestFrame frame = TestFrame.sound(SOUND_TRACK, nextSound++, 10);
            made.add(frame);
            viewers.deliver(frame.at(time.nanos));
        }
    }

    private void press() {
        while (context.pressure(loop).level() < LoopPressure.HIGHEST) {
            TestPressures.push(context.pressure(loop), 4, time);
        }
    }

    private List<Viewer> join(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> join()).toList());
    }

    private Viewer join() {
        TestOutput output = new TestOutput();
        ViewerQueue queue = new ViewerQueue(output, QueueLimits.STANDARD, time, counters, new NoRequests());
        viewers.add(queue);
        queue.renditions(new Renditions(OptionalInt.of(0), OptionalInt.empty(), Set.of(SOUND_TRACK)));
        queue.start(List.of());
        return new Viewer(output, queue);
    }

    private void deliver(int count) {
        for (int i = 0; i < count; i++) {
            TestFrame frame = TestFrame.video(next, next % GOP == 0, 10);
            made.add(frame);
            viewers.deliver(frame.at(time.nanos));
            next++;
        }
    }

    private void assertAllReleased() {
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }

    private static Long[] asList(long[] numbers) {
        return LongStream.of(numbers).boxed().toArray(Long[]::new);
    }
}
