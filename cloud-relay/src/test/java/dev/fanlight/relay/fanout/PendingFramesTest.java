package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.player.DeliveryMode;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.stream.TestFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingFramesTest {

    private static final QueueLimits THREE_FRAMES =
            new QueueLimits(3, 1_000_000, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(12));

    private static final int SOUND = 2;

    private final TestOutput output = new TestOutput();
    private final TestTime time = new TestTime();
    private final RelayCounters counters = new RelayCounters();
    private final List<TestFrame> made = new ArrayList<>();
    private final FrameSelection selection = new FrameSelection();
    private final ViewerHealth health = new ViewerHealth(selection::usable);
    private final PendingFrames pending = new PendingFrames(
            new TrackOutput(output, counters, health, 0),
            selection,
            health,
            new CatchUp(output, this::drain),
            time,
            counters);

    @Test
    void waitingFramesAreSentInOrderAsFarAsTheViewerAcceptsThem() {
        take(video(0, true), video(1, false), video(2, false));
        output.room = 2;
        assertThat(pending.drain()).isFalse();
        assertThat(output.sequences()).containsExactly(0L, 1L);
        assertThat(pending.isCaughtUp()).isFalse();
        output.room = 1;
        assertThat(pending.drain()).isFalse();
        assertThat(output.sequences()).containsExactly(0L, 1L, 2L);
        assertThat(pending.isCaughtUp()).isTrue();
        assertAllReleased();
    }

    @Test
    void batchDoesNotOvertakeWaitingFrames() {
        take(video(0, true));
        assertThat(pending.sendAtOnce(batch(video(1, false)), time.nanos)).isFalse();
        drain();
        assertThat(pending.sendAtOnce(batch(video(1, false)), time.nanos)).isTrue();
        assertThat(output.sequences()).containsExactly(0L, 1L);
    }

    @Test
    void saysOnceThatOnlyAKeyFrameHelps() {
        take(video(0, true), video(1, false), video(2, false), video(3, false));
        output.room = 0;
        assertThat(pending.skipIfOver(THREE_FRAMES, time.nanos)).isTrue();
        assertThat(pending.isEmpty()).isTrue();
        assertThat(pending.isCaughtUp()).isFalse();
        assertThat(pending.drain()).isFalse();
        output.room = 1;
        assertThat(pending.drain()).isTrue();
        assertThat(pending.drain()).isFalse();
        assertThat(counters.get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER)).isEqualTo(4);
        assertAllReleased();
    }

    @Test
    void asMuchAsIsAllowedMayWait() {
        take(video(0, true), video(1, false), video(2, false));
        assertThat(pending.skipIfOver(THREE_FRAMES, time.nanos)).isFalse();
        assertThat(pending.isEmpty()).isFalse();
    }

    @Test
    void nestedDrainSendsNothingAheadOfTheFrameBeingSent() {
        output.whenWritable = this::drain;
        take(new IndexedFrame(video(0, true), 0, 0, time.nanos));
        take(new IndexedFrame(video(2, false), 2, 0, time.nanos));
        take(new IndexedFrame(video(3, false), 3, 2, time.nanos));
        drain();
        assertThat(output.announced).containsExactly(1);
        assertThat(output.sequences()).containsExactly(0L, 2L, 3L);
    }

    @Test
    void atTheLowestDeliveryModeTheNewestKeyFrameWaitsAlone() {
        selection.mode(DeliveryMode.STILL);
        take(video(0, true), video(1, false), video(2, true), video(3, true));
        drain();
        assertThat(output.sequences()).containsExactly(3L);
        assertAllReleased();
    }

    @Test
    void soundGoesOnAtEveryDeliveryModeAndWhenTheRenditionChanges() {
        selection.renditions(new Renditions(OptionalInt.of(0), OptionalInt.of(1), Set.of(SOUND)));
        take(video(0, true), sound(100), video(1, false), sound(101), video(2, true));
        selection.mode(DeliveryMode.KEY_FRAMES);
        pending.thin();
        take(TestFrame.track(1, 7, true, 10), sound(102));
        selection.mode(DeliveryMode.STILL);
        take(video(3, false), sound(103), TestFrame.track(1, 8, true, 10));
        drain();
        assertThat(output.sequences()).containsExactly(100L, 101L, 102L, 103L, 8L);
        assertAllReleased();
    }

    @Test
    void soundDoesNotWaitForTheAcknowledgementOfAStillImage() {
        selection.mode(DeliveryMode.STILL);
        take(video(0, true));
        drain();
        health.acknowledged(0, time.nanos, time.nanos, 0);
        take(video(1, true));
        drain();
        take(video(2, true), sound(100), sound(101));
        drain();
        assertThat(output.sequences()).containsExactly(0L, 1L, 100L, 101L);
        health.acknowledged(1, time.nanos, time.nanos, 0);
        drain();
        assertThat(output.sequences()).containsExactly(0L, 1L, 100L, 101L, 2L);
        assertAllReleased();
    }

    @Test
    void viewerThatOnlyListensIsSentNoVideo() {
        selection.withoutVideo(true);
        take(video(0, true), sound(100), video(1, false), sound(101));
        drain();
        assertThat(output.sequences()).containsExactly(100L, 101L);
        assertAllReleased();
    }

    @Test
    void thinnedOutForKeyFramesOnlyTheNewestStays() {
        take(video(0, true), video(1, false), video(2, true), video(3, false));
        selection.mode(DeliveryMode.KEY_FRAMES);
        pending.thin();
        drain();
        assertThat(output.sequences()).containsExactly(2L);
        assertAllReleased();
    }

    @Test
    void framesOfAnotherTrackReplaceThoseThatWait() {
        selection.renditions(new Renditions(OptionalInt.of(0), OptionalInt.of(1), Set.of()));
        take(video(0, true), video(1, false));
        selection.mode(DeliveryMode.LOW);
        take(TestFrame.track(1, 7, true, 10), video(2, false));
        drain();
        assertThat(output.sequences()).containsExactly(7L);
        assertAllReleased();
    }

    @Test
    void cachedFramesAreSentInPortions() {
        List<IndexedFrame> cached = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TestFrame frame = TestFrame.video(i, i == 0, CatchUp.PORTION_BYTES);
            made.add(frame);
            frame.retain();
            cached.add(frame.at(time.nanos));
        }
        pending.begin(cached);
        drain();
        assertThat(output.sequences()).containsExactly(0L);
        drain();
        assertThat(output.sequences()).containsExactly(0L);
        output.catchUp();
        assertThat(output.sequences()).containsExactly(0L, 1L);
        output.catchUp();
        assertThat(output.sequences()).containsExactly(0L, 1L, 2L);
        assertAllReleased();
    }

    @Test
    void beginningLeavesOutWhatCannotBeDecoded() {
        List<IndexedFrame> cached = new ArrayList<>();
        for (TestFrame frame : List.of(video(0, false), video(1, true), video(2, false))) {
            made.add(frame);
            frame.retain();
            cached.add(frame.at(time.nanos));
        }
        pending.begin(cached);
        drain();
        assertThat(output.sequences()).containsExactly(1L, 2L);
        assertAllReleased();
    }

    @Test
    void everythingIsReleasedWhenTheViewerEndsDuringASend() {
        output.whenWritable = pending::dropAll;
        take(new IndexedFrame(video(0, true), 0, 0, time.nanos));
        TestFrame second = video(2, false);
        TestFrame third = video(3, false);
        made.addAll(List.of(second, third));
        take(new IndexedFrame(second, 2, 0, time.nanos));
        take(new IndexedFrame(third, 3, 2, time.nanos));
        drain();
        assertThat(pending.isEmpty()).isTrue();
        assertAllReleased();
    }

    private void drain() {
        var unused = pending.drain();
    }

    private void take(TestFrame... frames) {
        for (TestFrame frame : frames) {
            made.add(frame);
            take(frame.at(time.nanos));
        }
    }

    private void take(IndexedFrame frame) {
        var unused = pending.take(frame);
    }

    private static TestFrame sound(long sequence) {
        return TestFrame.sound(SOUND, sequence, 10);
    }

    private static TestFrame video(long sequence, boolean key) {
        return TestFrame.video(sequence, key, 10);
    }

    private FrameBatch batch(TestFrame frame) {
        return FrameBatch.of(frame.at(time.nanos), form -> form);
    }

    private void assertAllReleased() {
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }
}
