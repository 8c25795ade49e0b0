package dev.fanlight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureTimeTest {

    private static final long FRAME = 40_000;
    private static final long SECOND = 1_000_000;

    private final CaptureTime time = new CaptureTime();

    @Test
    void jitterOfTheNetworkDoesNotShow() {
        Random random = new Random(7);
        List<Long> placed = new ArrayList<>();
        time.place(0, 900 * SECOND);
        for (int i = 1; i < 100; i++) {
            placed.add(time.place(i * FRAME, 900 * SECOND + i * FRAME + random.nextInt(30_000)));
        }
        for (int i = 1; i < placed.size(); i++) {
            assertThat(placed.get(i) - placed.get(i - 1)).isEqualTo(FRAME);
        }
    }

    @Test
    void nothingIsCapturedAfterItCame() {
        Random random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            long arrival = 900 * SECOND + i * FRAME + random.nextInt(200_000);
            assertThat(time.place(i * FRAME, arrival)).isLessThanOrEqualTo(arrival);
        }
    }

    @Test
    void aClockThatDriftsIsFollowed() {
        long late = 0;
        for (int i = 0; i < 25 * 3_600; i++) {
            long arrival = 900 * SECOND + Math.round(i * FRAME * 1.000_1);
            late = arrival - time.place(i * FRAME, arrival);
        }
        assertThat(late).isBetween(0L, 2_000L);
    }

    @Test
    void aClockThatIsSetBackIsFollowedWithinTwoWindows() {
        time.place(500 * SECOND, 900 * SECOND);
        long late = Long.MAX_VALUE;
        for (int i = 1; i <= 11 * 25; i++) {
            long arrival = 900 * SECOND + i * FRAME;
            late = arrival - time.place(100 * SECOND + i * FRAME, arrival);
        }
        assertThat(late).isZero();
    }

    @Test
    void whatFollowsDoesNotGoBack() {
        assertThat(List.of(time.inOrder(5), time.inOrder(3), time.inOrder(3), time.inOrder(9)))
                .containsExactly(5L, 6L, 7L, 9L);
    }
}
