package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

    private final NativeFramePool pool = new NativeFramePool(10);
    private final FrameFormat format = new FrameFormat(new FrameSize(2, 2), 15, 0);
    private final FrameQueue queue = new FrameQueue(3);

    @Test
    void theNewestWinAndTheOldestGiveTheirMemoryBack() throws Exception {
        for (int i = 0; i < 8; i++) {
            queue.put(pool.acquire(format, i));
        }
        assertThat(queue.dropped()).isEqualTo(5);
        for (int i = 5; i < 8; i++) {
            assertThat(queue.poll(Duration.ZERO).orElseThrow().captureMicros()).isEqualTo(i);
        }
        assertThat(queue.poll(Duration.ZERO)).isEmpty();
        assertThat(pool.spares()).isEqualTo(1);
    }

    @Test
    void clearingGivesAllBack() {
        queue.put(pool.acquire(format, 0));
        queue.put(pool.acquire(format, 1));
        queue.clear();
        assertThat(pool.spares()).isEqualTo(2);
        assertThat(queue.dropped()).isZero();
    }
}
