package dev.fanlight.relay.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GopCacheTest {

    private final GopCache cache = new GopCache();
    private final List<TestFrame> made = new ArrayList<>();

    @Test
    void holdsWhatCameSinceTheNewestKeyFrame() {
        add(TestFrame.video(0, true, 10));
        add(TestFrame.video(1, false, 10));
        add(TestFrame.video(2, true, 10));
        add(TestFrame.video(3, false, 10));
        assertThat(sequences()).containsExactly(2L, 3L);
    }

    @Test
    void cacheOfATooLargeGopStaysEmptyUntilTheNextKeyFrame() {
        add(TestFrame.video(0, true, GopCache.MAX_BYTES - 10));
        add(TestFrame.video(1, false, 20));
        add(TestFrame.video(2, false, 20));
        assertThat(cache.isEmpty()).isTrue();
        add(TestFrame.video(3, true, 20));
        assertThat(sequences()).containsExactly(3L);
    }

    @Test
    void cacheOfATooLongGopIsCleared() {
        for (int i = 0; i <= GopCache.MAX_FRAMES; i++) {
            add(TestFrame.video(i, i == 0, 1));
        }
        assertThat(cache.isEmpty()).isTrue();
    }

    @Test
    void theKeyFrameOfATooLongGopIsKeptAsAStill() {
        for (int i = 0; i <= GopCache.MAX_FRAMES + 5; i++) {
            add(TestFrame.video(i, i == 0, 1));
        }
        assertThat(cache.still()).get().satisfies(frame -> {
            assertThat(frame.frame().header().sequence()).isZero();
            frame.release();
        });
        add(TestFrame.video(GopCache.MAX_FRAMES + 6, true, 1));
        assertThat(sequences()).hasSize(1);
        cache.clear();
        assertThat(cache.still()).isEmpty();
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }

    @Test
    void givesEverythingBack() {
        for (int i = 0; i < 50; i++) {
            add(TestFrame.video(i, i % 7 == 0, 10));
        }
        cache.clear();
        assertThat(made).allSatisfy(frame -> assertThat(frame.references()).isEqualTo(1));
    }

    private void add(TestFrame frame) {
        made.add(frame);
        cache.add(frame.at(0));
    }

    private List<Long> sequences() {
        List<IndexedFrame> snapshot = cache.snapshot();
        snapshot.forEach(IndexedFrame::release);
        return snapshot.stream().map(frame -> frame.frame().header().sequence()).toList();
    }
}
