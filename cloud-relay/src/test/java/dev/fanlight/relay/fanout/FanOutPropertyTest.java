package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.protocol.player.DeliveryMode;
import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.stream.TestFrame;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever viewers accept, acknowledge and prefer, and however frames are merged, all that is sent can be decoded. */
class FanOutPropertyTest {

    private static final QueueLimits SMALL =
            new QueueLimits(20, 10_000, Duration.ofSeconds(2), Duration.ofHours(10), Duration.ofSeconds(12));

    private static final Track SOUND =
            Track.of(2, Track.AUDIO, new OpusConfig(Optional.empty()), new AudioShape(48_000, 2));

    private final ReferenceChecker checker = new ReferenceChecker();
    private final List<TestFrame> made = new ArrayList<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private final ManualLoop loop = new ManualLoop();
    private final TestTime time = new TestTime();
    private final FanOutContext context = new FanOutContext(
            frame -> frame, Duration.ofMillis(66), TestBatch::of, time, ThreadCpuTime.UNKNOWN, new RelayCounters());
    private final LiveStream stream = new LiveStream(new MediaClock(time, 0), time, new RelayCounters());
    private final ViewerFanOut fanOut =
            new ViewerFanOut(stream, context, message -> new TestBatch(List.of()), () -> {});
    private long nextSound;
    private final WantingPublisher publisher = new WantingPublisher();

    private record Viewer(TestOutput output, ViewerQueue queue) {}

    private static final class WantingPublisher implements Publisher {
        private Set<Integer> wanted = Set.of();
        private final Set<Integer> keys = new TreeSet<>();

        @Override
        public void demand(PublishDemand demand) {
            Set<Integer> begun = new TreeSet<>(demand.tracks());
            begun.removeAll(wanted);
            keys.addAll(begun);
            wanted = demand.tracks();
        }

        @Override
        public void requestKeyFrame(int track) {
            keys.add(track);
        }

        @Override
        public void replaced() {}
    }

    static LongStream seeds() {
        return new Random().longs(TestScale.of(100, 1_000));
    }

    @Soak
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyScheduleDeliversOnlyWhatCanBeDecoded(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        PublishHandle publication = publish();
        long[] next = new long[2];
        int gop = 5 + random.nextInt(60);
        int busy = random.nextInt(4);
        for (int i = 0; i < 1_500; i++) {
            time.nanos += random.nextInt(40_000_000);
            TestPressures.push(context.pressure(loop), busy, time);
            for (int track = 0; track < 2; track++) {
                if (publisher.wanted.contains(track)) {
                    publish(publication, track, next, gop, random);
                }
            }
            publishSound(publication, random);
            act(random);
        }
        loop.turn(Integer.MAX_VALUE);
        loop.timersDue();
        for (Viewer viewer : viewers) {
            checker.assertDecodable(viewer.output.frames, viewer.output.announced);
            fanOut.leave(loop, viewer.queue);
        }
        loop.turn(Integer.MAX_VALUE);
        publication.end();
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }

    @Test
    void slowViewerChangesToTheLowRenditionAndBackWhenItKeepsUp() {
        PublishHandle publication = publish();
        Viewer viewer = join();
        long[] next = new long[2];
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            time.nanos += 33_333_333;
            for (int track = 0; track < 2; track++) {
                if (publisher.wanted.contains(track)) {
                    publish(publication, track, next, 30, random);
                }
            }
            boolean slow = i > 300 && i < 900;
            loop.turn(100);
            acknowledge(viewer, slow && publisher.wanted.contains(0) ? 40 : 0);
            fanOut.tick();
            stream.tick();
            loop.turn(100);
        }
        assertThat(viewer.output.modes).contains(DeliveryMode.LOW).endsWith(DeliveryMode.ALL);
        assertThat(viewer.output.frames.stream()
                        .map(frame -> frame.header().track())
                        .distinct())
                .containsExactly(0, 1);
        int last = viewer.output.frames.size() - 1;
        assertThat(viewer.output.frames.get(last).header().track()).isZero();
        assertThat(publisher.wanted).containsExactlyInAnyOrder(0, 2);
        checker.assertDecodable(viewer.output.frames, viewer.output.announced);
    }

    @Test
    void viewerThatLeavesWithFramesInTransitHasNoMoreRequests() {
        PublishHandle publication = publish();
        Viewer stays = join();
        Viewer leaves = join();
        long[] next = new long[2];
        loop.turn(100);
        leaves.output.room = 0;
        fanOut.leave(loop, leaves.queue);
        leaves.queue.prefer(Quality.LOW, Latency.NORMAL);
        loop.turn(100);
        leaves.queue.prefer(Quality.LOW, Latency.NORMAL);
        fanOut.tick();
        stream.tick();
        publish(publication, 0, next, 30, new Random(1));
        loop.turn(100);
        assertThat(publisher.wanted).containsExactlyInAnyOrder(0, 2);
        assertThat(stays.output.frames).hasSize(1);
    }

    private void act(Random random) {
        if (random.nextInt(30) == 0 && viewers.size() < 5 * MergePolicy.TURNS) {
            join();
        }
        loop.turn(random.nextInt(20));
        if (random.nextInt(30) == 0) {
            loop.timersDue();
        }
        for (Viewer viewer : viewers) {
            switch (random.nextInt(12)) {
                case 0 -> viewer.output.room = random.nextInt(8);
                case 1 -> viewer.queue.drain();
                case 2 -> acknowledge(viewer, random.nextInt(60));
                case 3 -> viewer.output.catchUp();
                case 4 -> {
                    fanOut.tick();
                    stream.tick();
                }
                case 5 -> {
                    if (random.nextInt(20) == 0) {
                        viewer.queue.prefer(any(Quality.values(), random), any(Latency.values(), random));
                    }
                }
                default -> {}
            }
        }
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private void acknowledge(Viewer viewer, int behind) {
        int newest = viewer.output.frames.size() - 1 - behind;
        if (newest >= 0) {
            MediaHeader header = viewer.output.frames.get(newest).header();
            viewer.queue.acknowledged(header.track(), header.sequence());
        }
    }

    private PublishHandle publish() {
        PublishHandle publication = stream.open(publisher);
        publication.tracks(new TrackSet(TestFrame.EPOCH, List.of(track(0, Track.MAIN), track(1, Track.LOW), SOUND)));
        publication.source(SourceState.LIVE);
        return publication;
    }

    private void publishSound(PublishHandle publication, Random random) {
        for (int packets = random.nextInt(4); packets > 0 && publisher.wanted.contains(2); packets--) {
            TestFrame frame = TestFrame.sound(2, nextSound++, 1 + random.nextInt(100));
            made.add(frame);
            checker.published(frame);
            publication.frame(frame);
        }
    }

    private static Track track(int id, String name) {
        return Track.of(id, name, new Vp8Config(), VideoShape.of(640, 360).withFrameRate(30));
    }

    private void publish(PublishHandle publication, int track, long[] next, int gop, Random random) {
        boolean key = next[track] % gop == 0 || publisher.keys.remove(track);
        boolean disposable = !key && random.nextInt(3) == 0;
        int flags = key ? MediaHeader.KEY : disposable ? MediaHeader.DISPOSABLE : 0;
        TestFrame frame = TestFrame.flagged(track, next[track]++, flags, 1 + random.nextInt(2_000));
        made.add(frame);
        checker.published(frame);
        publication.frame(frame);
    }

    private Viewer join() {
        TestOutput output = new TestOutput();
        ViewerQueue queue = fanOut.queue(output, SMALL);
        output.whenWritable = queue::drain;
        fanOut.enter(loop, queue);
        fanOut.start(loop, queue);
        Viewer viewer = new Viewer(output, queue);
        viewers.add(viewer);
        return viewer;
    }
}
