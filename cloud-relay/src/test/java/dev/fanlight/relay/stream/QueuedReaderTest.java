package dev.fanlight.relay.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.MediaClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueuedReaderTest {

    private static final class TestPublisher implements Publisher {
        private final List<PublishDemand> demands = new ArrayList<>();
        private int keyFrameRequests;

        @Override
        public void demand(PublishDemand demand) {
            demands.add(demand);
        }

        @Override
        public void requestKeyFrame(int track) {
            keyFrameRequests++;
        }

        @Override
        public void replaced() {}
    }

    private static final ReaderLimits TEN = new ReaderLimits(10, 1_000_000, Duration.ofHours(1));

    private final RelayCounters counters = new RelayCounters();
    private final TestPublisher publisher = new TestPublisher();
    private final List<TestFrame> made = new ArrayList<>();
    private long now;
    private int wakes;
    private final LiveStream stream = new LiveStream(new MediaClock(() -> now, 0), () -> now, counters);
    private final PublishHandle publication = publish();

    @Test
    void lateReaderBeginsWithStatusTracksAndTheFramesSinceTheKeyFrame() {
        frames(0, 3);
        QueuedReader reader = open(ReaderKind.FORWARDER, TEN);
        frames(3, 1);

        List<ReaderEvent> events = drain(reader);
        assertThat(((ReaderEvent.Status) events.get(0)).status().state()).isEqualTo(StreamState.LIVE);
        assertThat(events.get(1)).isInstanceOf(ReaderEvent.Tracks.class);
        assertThat(sequences(events)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void readerOfAnotherKindKeepsTheCameraRunningAndIsNotCountedAsAViewer() {
        QueuedReader reader = open(ReaderKind.RECORDER, TEN);
        assertThat(publisher.demands).last().satisfies(demand -> {
            assertThat(demand.viewers()).isZero();
            assertThat(demand.readers()).isEqualTo(1);
            assertThat(demand.tracks()).containsExactly(0);
        });
        assertThat(stream.viewers()).isZero();
        reader.close();
        assertThat(publisher.demands)
                .last()
                .satisfies(demand -> assertThat(demand.readers()).isZero());
    }

    @Test
    void slowReaderSkipsToTheNewestKeyFrameCountsAndReportsTheGap() {
        QueuedReader reader = open(ReaderKind.VIEWER, TEN);
        drain(reader);
        frames(0, 1);
        drain(reader);
        frames(1, 8);
        frames(9, true);
        frames(10, 3);

        List<ReaderEvent> events = drain(reader);
        assertThat(sequences(events)).containsExactly(9L, 10L, 11L, 12L);
        assertThat(((ReaderEvent.Frame) events.get(0)).afterGap()).isTrue();
        assertThat(((ReaderEvent.Frame) events.get(1)).afterGap()).isFalse();
        assertThat(reader.dropped()).isEqualTo(8);
        assertThat(counters.get(RelayCounter.FRAMES_DROPPED_SLOW_READER)).isEqualTo(8);
        assertAllReleased(reader);
    }

    @Test
    void readerWithoutAKeyFrameToSkipToDropsAllAndRequestsOne() {
        frames(0, 1);
        QueuedReader reader = open(ReaderKind.VIEWER, TEN);
        drain(reader);
        int before = publisher.keyFrameRequests;
        now += KeyFrameRequests.INTERVAL.toNanos();
        frames(1, 15);
        assertThat(sequences(drain(reader))).isEmpty();
        assertThat(publisher.keyFrameRequests).isEqualTo(before + 1);
        frames(16, true);
        assertThat(sequences(drain(reader))).containsExactly(16L);
        assertAllReleased(reader);
    }

    @Test
    void readerIsNotifiedOnceUntilItHasPolledEverything() {
        QueuedReader reader = open(ReaderKind.VIEWER, TEN);
        drain(reader);
        wakes = 0;
        frames(0, 5);
        assertThat(wakes).isEqualTo(1);
        drain(reader);
        frames(5, 1);
        assertThat(wakes).isEqualTo(2);
    }

    @Test
    void endOfTheStreamIsTheLastEvent() {
        QueuedReader reader = open(ReaderKind.RELAY, TEN);
        frames(0, 2);
        stream.end();
        frames(2, 2);
        assertThat(drain(reader)).last().isInstanceOf(ReaderEvent.End.class);
        assertAllReleased(reader);
    }

    private PublishHandle publish() {
        PublishHandle handle = stream.open(publisher);
        handle.tracks(new TrackSet(
                TestFrame.EPOCH, List.of(Track.of(0, Track.MAIN, new Vp8Config(), VideoShape.of(640, 360)))));
        handle.source(SourceState.LIVE);
        return handle;
    }

    private QueuedReader open(ReaderKind kind, ReaderLimits limits) {
        return QueuedReader.open(stream, kind, limits, () -> now, counters, () -> wakes++);
    }

    private void frames(long from, int count) {
        for (long sequence = from; sequence < from + count; sequence++) {
            frames(sequence, sequence == 0);
        }
    }

    private void frames(long sequence, boolean key) {
        TestFrame frame = TestFrame.video(sequence, key, 10);
        made.add(frame);
        publication.frame(frame);
    }

    private static List<ReaderEvent> drain(QueuedReader reader) {
        List<ReaderEvent> events = new ArrayList<>();
        for (Optional<ReaderEvent> next = reader.poll(); next.isPresent(); next = reader.poll()) {
            events.add(next.get());
            if (next.get() instanceof ReaderEvent.Frame frame) {
                frame.frame().release();
            }
        }
        return events;
    }

    private static List<Long> sequences(List<ReaderEvent> events) {
        return events.stream()
                .filter(ReaderEvent.Frame.class::isInstance)
                .map(event ->
                        ((ReaderEvent.Frame) event).frame().frame().header().sequence())
                .toList();
    }

    private void assertAllReleased(QueuedReader reader) {
        reader.close();
        publication.end();
        stream.end();
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }
}
