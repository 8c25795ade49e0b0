package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.GopCache;
import dev.fanlight.relay.stream.KeyFrameRequests;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.stream.SourceStatus;
import dev.fanlight.relay.stream.TestFrame;
import dev.fanlight.runtime.MediaClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ViewerFanOutTest {

    private static final class TestPublisher implements Publisher {
        private final List<Integer> demands = new ArrayList<>();
        private final List<Set<Integer>> wanted = new ArrayList<>();
        private final List<Integer> keyFrames = new ArrayList<>();
        private boolean replaced;

        @Override
        public void demand(PublishDemand demand) {
            demands.add(demand.viewers());
            wanted.add(demand.tracks());
        }

        @Override
        public void requestKeyFrame(int track) {
            keyFrames.add(track);
        }

        @Override
        public void replaced() {
            replaced = true;
        }
    }

    private record Notice(ToPlayer message) implements SharedBuffer {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void retain() {}

        @Override
        public void release() {}
    }

    private static final int SOUND_TRACK = 2;

    private final RelayCounters counters = new RelayCounters();
    private final List<ToPlayer> messages = new ArrayList<>();
    private long now;
    private final LiveStream stream = new LiveStream(new MediaClock(() -> now, 0), () -> now, counters);
    private final ViewerFanOut fanOut = new ViewerFanOut(
            stream,
            new FanOutContext(
                    frame -> frame, Duration.ofMillis(66), TestBatch::of, () -> now, ThreadCpuTime.UNKNOWN, counters),
            this::encode,
            () -> {});
    private final ManualLoop loop = new ManualLoop();
    private final TestPublisher publisher = new TestPublisher();

    @Test
    void newerPublisherReplacesTheOlderWhoseFramesAreIgnored() {
        PublishHandle older = publish(publisher);
        PublishHandle newer = publish(new TestPublisher());
        TestOutput viewer = watch(loop);
        older.frame(TestFrame.video(0, true, 10));
        newer.frame(TestFrame.video(5, true, 10));
        older.end();
        loop.turn(100);
        assertThat(publisher.replaced).isTrue();
        assertThat(viewer.sequences()).containsExactly(5L);
        assertThat(stream.isOnline()).isTrue();
    }

    @Test
    void framesOfAnotherEpochAreDropped() {
        PublishHandle publication = stream.open(publisher);
        publication.tracks(new TrackSet(TestFrame.EPOCH + 1, tracks()));
        TestOutput viewer = watch(loop);
        publication.frame(TestFrame.video(0, true, 10));
        loop.turn(100);
        assertThat(viewer.frames).isEmpty();
    }

    @Test
    void viewerWithoutACachedFrameRequestsAKeyFrameAtMostTwiceASecond() {
        publish(publisher);
        watch(loop);
        watch(loop);
        assertThat(publisher.keyFrames).hasSize(1);
        now = KeyFrameRequests.INTERVAL.toNanos();
        watch(loop);
        assertThat(publisher.keyFrames).hasSize(2);
    }

    @Test
    void lateJoinerOfATooLongGopSeesItsKeyFrameAndAnotherOneIsRequested() {
        PublishHandle publication = publish(publisher);
        int last = GopCache.MAX_FRAMES + 10;
        for (int i = 0; i <= last; i++) {
            publication.frame(TestFrame.video(i, i == 0, 10));
        }
        TestOutput viewer = watch(loop);
        publication.frame(TestFrame.video(last + 1, false, 10));
        loop.turn(100);
        assertThat(viewer.sequences()).containsExactly(0L);
        assertThat(publisher.keyFrames).hasSize(1);
        publication.frame(TestFrame.video(last + 2, true, 10));
        publication.frame(TestFrame.video(last + 3, false, 10));
        loop.turn(100);
        assertThat(viewer.sequences()).containsExactly(0L, last + 2L, last + 3L);
    }

    @Test
    void noKeyFrameIsRequestedForASlowViewerWhereTheyComeOften() {
        PublishHandle publication = publish(publisher);
        for (int i = 0; i < 60; i++) {
            publication.frame(TestFrame.video(i, i % 30 == 0, 10));
        }
        TestOutput slow = watch(loop);
        slow.room = 0;
        for (int i = 60; i < 300; i++) {
            publication.frame(TestFrame.video(i, i % 30 == 0, 10));
        }
        loop.turn(1_000);
        slow.room = 100;
        fanOut.tick();
        stream.tick();
        loop.turn(10);
        assertThat(publisher.keyFrames).isEmpty();
    }

    @Test
    void noCachedFrameOfASleepingCameraIsSent() {
        PublishHandle publication = publish(publisher);
        publication.frame(TestFrame.video(0, true, 10));
        publication.source(SourceState.ASLEEP);
        TestOutput viewer = watch(loop);
        loop.turn(100);
        assertThat(viewer.frames).isEmpty();
    }

    @Test
    void demandIsSentAtOnceForTheFirstAndTheLastViewerAndOtherwiseWithTheNextTick() {
        publish(publisher);
        TestOutput output = new TestOutput();
        ViewerQueue first = enter(loop, output);
        ViewerQueue second = enter(loop, new TestOutput());
        assertThat(publisher.demands).containsExactly(0, 1);
        fanOut.tick();
        stream.tick();
        assertThat(publisher.demands).containsExactly(0, 1, 2);
        fanOut.leave(loop, first);
        fanOut.leave(loop, second);
        assertThat(publisher.demands).containsExactly(0, 1, 2, 0);
    }

    @Test
    void viewerThatListensGetsSoundAloneCountsAsWatchingAndBeginsWithTheCachedFramesWhenItWatchesAgain() {
        PublishHandle publication = publish(publisher);
        TestOutput output = new TestOutput();
        ViewerQueue viewer = enter(loop, output);
        fanOut.start(loop, viewer);
        publication.frame(TestFrame.video(0, true, 10));
        fanOut.listen(loop, viewer);
        publication.frame(TestFrame.video(1, false, 10));
        publication.frame(TestFrame.sound(SOUND_TRACK, 7, 10));
        loop.turn(100);
        assertThat(output.sequences()).containsExactly(0L, 7L);
        assertThat(publisher.demands).containsExactly(0, 1);
        fanOut.resume(loop, viewer);
        publication.frame(TestFrame.video(2, false, 10));
        loop.turn(100);
        assertThat(output.sequences()).containsExactly(0L, 7L, 0L, 1L, 7L, 2L);
    }

    @Test
    void viewerThatListensAndIsSuspendedDoesNotCountAnyMore() {
        publish(publisher);
        ViewerQueue viewer = enter(loop, new TestOutput());
        fanOut.start(loop, viewer);
        fanOut.listen(loop, viewer);
        fanOut.suspend(loop, viewer);
        fanOut.listen(loop, viewer);
        assertThat(publisher.demands).containsExactly(0, 1, 0, 1);
    }

    @Test
    void aStillThatASleepingCameraSendsIsShownToLateJoiners() {
        PublishHandle publication = publish(publisher);
        publication.source(SourceState.ASLEEP);
        publication.frame(TestFrame.video(7, true, 10));
        TestOutput viewer = watch(loop);
        loop.turn(100);
        assertThat(viewer.sequences()).containsExactly(7L);
    }

    @Test
    void whatPeopleAtTheCameraSayAboutAPauseReachesViewersAndNoFrameOfBefore() {
        PublishHandle publication = publish(publisher);
        publication.source(SourceState.ASLEEP);
        publication.frame(TestFrame.video(7, true, 10));
        CameraPause pause = CameraPause.byPeople("cleaning the lens");
        messages.clear();
        publication.source(new SourceStatus(SourceState.ASLEEP, UplinkQuality.FINE, Optional.of(pause)));
        assertThat(messages)
                .filteredOn(Stream.class::isInstance)
                .singleElement()
                .satisfies(message -> {
                    assertThat(((Stream) message).state()).isEqualTo(StreamState.PAUSED);
                    assertThat(((Stream) message).pause()).contains(pause);
                });
        TestOutput viewer = watch(loop);
        loop.turn(100);
        assertThat(viewer.frames).isEmpty();
    }

    @Test
    void aPauseByTheOwnerSaysNothingOfTheCamera() {
        PublishHandle publication = publish(publisher);
        publication.source(new SourceStatus(
                SourceState.ASLEEP, UplinkQuality.FINE, Optional.of(CameraPause.byPeople("cleaning"))));
        stream.pause(true);
        assertThat(stream.status().state()).isEqualTo(StreamState.PAUSED);
        assertThat(stream.status().pause()).isEmpty();
        stream.pause(false);
        assertThat(stream.status().pause()).isPresent();
    }

    @Test
    void aCameraWhoseFramesNoLongerArriveHasAPoorConnectionUntilTheyDo() {
        PublishHandle publication = publish(publisher);
        publication.source(SourceState.LIVE);
        watch(loop);
        publication.frame(TestFrame.video(0, true, 10));
        now += Duration.ofSeconds(4).toNanos();
        stream.tick();
        assertThat(stream.status().uplink()).isEqualTo(UplinkQuality.FINE);
        now += Duration.ofSeconds(1).toNanos();
        stream.tick();
        assertThat(stream.status().uplink()).isEqualTo(UplinkQuality.POOR);
        publication.frame(TestFrame.video(1, false, 10));
        stream.tick();
        assertThat(stream.status().uplink()).isEqualTo(UplinkQuality.FINE);
    }

    @Test
    void withoutReadersNoFramesAreExpected() {
        PublishHandle publication = publish(publisher);
        publication.source(SourceState.LIVE);
        now += Duration.ofMinutes(1).toNanos();
        stream.tick();
        assertThat(stream.status().uplink()).isEqualTo(UplinkQuality.FINE);
    }

    @Test
    void theQualityThatTheAgentReportsIsThatOfALiveStreamOnly() {
        PublishHandle publication = publish(publisher);
        publication.source(new SourceStatus(SourceState.LIVE, UplinkQuality.SLOW, Optional.empty()));
        assertThat(stream.status().uplink()).isEqualTo(UplinkQuality.SLOW);
        publication.source(new SourceStatus(SourceState.ASLEEP, UplinkQuality.SLOW, Optional.empty()));
        assertThat(stream.status().uplink()).isEqualTo(UplinkQuality.FINE);
    }

    @Test
    void lastCaptureIsReportedOnTheRelaysClock() {
        PublishHandle publication = publish(publisher);
        publication.clock(new dev.fanlight.runtime.ClockOffset.Sample(1_000, 10));
        publication.frame(TestFrame.video(3, true, 10));
        messages.clear();
        publication.end();
        assertThat(messages)
                .filteredOn(Stream.class::isInstance)
                .singleElement()
                .satisfies(
                        message -> assertThat(((Stream) message).lastCapture()).hasValue(3 * 33_333 - 1_000));
    }

    /** Whenever a viewer joins or leaves, it receives every frame from the cached key frame on, once and in order. */
    @RepeatedTest(100)
    void joiningAtAnyMomentLeavesNoGapAndNoDouble() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<ManualLoop> loops = List.of(new ManualLoop(), new ManualLoop(), new ManualLoop());
        PublishHandle publication = publish(publisher);
        List<TestOutput> viewers = new ArrayList<>();
        List<TestFrame> made = new ArrayList<>();
        int gop = 1 + random.nextInt(20);
        for (int i = 0; i < 200; i++) {
            TestFrame frame = TestFrame.video(i, i % gop == 0, 10);
            made.add(frame);
            publication.frame(frame);
            ManualLoop any = loops.get(random.nextInt(loops.size()));
            if (random.nextInt(5) == 0) {
                viewers.add(watch(any));
            }
            any.turn(random.nextInt(10));
        }
        loops.forEach(each -> each.turn(Integer.MAX_VALUE));
        for (TestOutput viewer : viewers) {
            ReferenceChecker.assertDecodable(viewer.frames);
            List<Long> sequences = viewer.sequences();
            assertThat(sequences.get(0) % gop).isZero();
            assertThat(sequences.get(sequences.size() - 1)).isEqualTo(199);
            assertThat(sequences).hasSize((int) (200 - sequences.get(0)));
        }
        publication.end();
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }

    private PublishHandle publish(Publisher by) {
        PublishHandle publication = stream.open(by);
        publication.tracks(new TrackSet(TestFrame.EPOCH, tracks()));
        publication.source(SourceState.LIVE);
        return publication;
    }

    private static List<Track> tracks() {
        return List.of(
                Track.of(0, "main", new Vp8Config(), VideoShape.of(640, 360).withFrameRate(30)),
                Track.of(SOUND_TRACK, Track.AUDIO, new OpusConfig(Optional.empty()), new AudioShape(48_000, 2)));
    }

    private TestOutput watch(ManualLoop by) {
        TestOutput output = new TestOutput();
        fanOut.start(by, enter(by, output));
        return output;
    }

    private ViewerQueue enter(ManualLoop by, TestOutput output) {
        QueueLimits limits =
                new QueueLimits(1_000, 1_000_000, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
        ViewerQueue queue = fanOut.queue(output, limits);
        fanOut.enter(by, queue);
        return queue;
    }

    private SharedBuffer encode(ToPlayer message) {
        messages.add(message);
        return new Notice(message);
    }
}
