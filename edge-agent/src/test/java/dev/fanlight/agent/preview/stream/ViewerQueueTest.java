package dev.fanlight.agent.preview.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.player.Viewers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ViewerQueueTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final AtomicInteger available = new AtomicInteger();
    private final AtomicInteger stuck = new AtomicInteger();
    private final ViewerQueue queue = new ViewerQueue(available::incrementAndGet, stuck::incrementAndGet, () -> {});

    private static MediaMessage video(boolean key, int bytes) {
        return new MediaMessage(0, true, key, new byte[bytes]);
    }

    private List<ViewerQueue.Item> rest() {
        List<ViewerQueue.Item> items = new ArrayList<>();
        for (Optional<ViewerQueue.Item> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            items.add(next.get());
        }
        return items;
    }

    @Test
    void aFullQueueDropsItsMediaKeepsItsMessagesAndGoesOnWithTheNextKeyFrame() {
        queue.media(video(true, MEBIBYTE));
        queue.control(new Viewers(1));
        for (int i = 0; i < 8; i++) {
            queue.media(video(false, MEBIBYTE));
        }
        queue.media(video(false, 10));
        queue.media(video(true, 20));
        queue.media(video(false, 30));
        assertThat(rest()).hasSize(3).element(0).isInstanceOf(ViewerQueue.Item.Text.class);
    }

    @Test
    void itReportsWhatComesIntoTheEmptyQueueOnly() {
        queue.media(video(true, 1));
        queue.media(video(false, 1));
        assertThat(available).hasValue(1);
        rest();
        queue.media(video(false, 1));
        assertThat(available).hasValue(2);
    }

    @Test
    void aViewerThatTakesNoMessagesIsStuck() {
        for (int i = 0; i <= ViewerQueue.MAX_CONTROL; i++) {
            queue.control(new Viewers(1));
        }
        assertThat(stuck).hasValue(1);
    }
}
