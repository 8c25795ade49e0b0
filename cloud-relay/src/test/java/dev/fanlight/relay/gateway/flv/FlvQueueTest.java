package dev.fanlight.relay.gateway.flv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.TestFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlvQueueTest {

    private static final int VIDEO = 0;
    private static final int SOUND = 1;
    private static final int GOP = 10;

    private final FlvTracks tracks = new FlvTracks(new TrackSet(1, List.of()), 0);
    private final FlvQueue queue = new FlvQueue();
    private final List<TestFrame> made = new ArrayList<>();

    @AfterEach
    void everyFrameIsReleased() {
        queue.close();
        assertThat(made).allMatch(frame -> frame.references() == 1);
    }

    @Test
    void framesComeOutInTheirOrder() {
        for (int i = 0; i < GOP; i++) {
            assertThat(queue.add(video(i, 10), tracks, 0)).isZero();
        }
        assertThat(indexes()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void framesBeforeTheFirstKeyFrameAreDropped() {
        assertThat(queue.add(video(5, 10), tracks, 0)).isOne();
        assertThat(queue.isBroken(VIDEO)).isTrue();
        assertThat(queue.add(video(10, 10), tracks, 0)).isZero();
        assertThat(queue.isBroken(VIDEO)).isFalse();
        assertThat(indexes()).containsExactly(10L);
    }

    @Test
    void whatIsTooOldIsDroppedUpToTheNewestKeyFrame() {
        for (int i = 0; i < 25; i++) {
            queue.add(video(i, 10), tracks, 0);
        }
        assertThat(queue.add(video(25, 10), tracks, FlvQueue.MAX_AGE.toNanos() + 1))
                .isEqualTo(20);
        assertThat(indexes()).containsExactly(20L, 21L, 22L, 23L, 24L, 25L);
    }

    @Test
    void withoutAKeyFrameThatWaitsItGoesOnWithTheNextOne() {
        queue.add(video(0, 10), tracks, 0);
        assertThat(queue.add(video(1, FlvQueue.MAX_BYTES), tracks, 0)).isEqualTo(2);
        assertThat(queue.isBroken(VIDEO)).isTrue();
        assertThat(queue.add(video(2, 10), tracks, 0)).isOne();
        assertThat(queue.add(video(10, 10), tracks, 0)).isZero();
        assertThat(indexes()).containsExactly(10L);
    }

    @Test
    void noMoreFramesWaitThanTheLimit() {
        for (int i = 0; i <= FlvQueue.MAX_FRAMES; i++) {
            queue.add(kept(TestFrame.sound(SOUND, i, 10)), tracks, 0);
        }
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aClosedQueueTakesNothing() {
        queue.add(video(0, 10), tracks, 0);
        queue.close();
        assertThat(queue.add(video(10, 10), tracks, 0)).isZero();
        assertThat(queue.poll()).isEmpty();
    }

    private List<Long> indexes() {
        List<Long> indexes = new ArrayList<>();
        for (Optional<FlvQueue.Waiting> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            indexes.add(next.get().frame().index());
            next.get().frame().release();
        }
        return indexes;
    }

    /** Every tenth is a key frame. */
    private IndexedFrame video(int index, int size) {
        return kept(TestFrame.video(index, index % GOP == 0, size));
    }

    private IndexedFrame kept(TestFrame frame) {
        made.add(frame);
        return frame.at(0);
    }
}
