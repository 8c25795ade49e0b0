package dev.fanlight.relay.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundLineTest {

    private static final int TICKS = 960;
    private static final long SEED = 18;

    private final SoundLine line = new SoundLine(48_000);

    @Test
    void packetsLieEndToEndThoughTheirTimesDoNot() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            long late = random.nextInt(30_000);
            assertThat(line.place(i * 20_000L + (i == 0 ? 0 : late), TICKS)).hasValue((long) i * TICKS);
        }
    }

    @Test
    void soundThatIsFarOffBeginsWhereItBelongs() {
        line.place(0, TICKS);
        assertThat(line.place(1_000_000, TICKS)).hasValue(48_000);
        assertThat(line.place(1_020_000, TICKS)).hasValue(48_960);
    }

    @Test
    void soundForAPlaceThatIsTakenIsDropped() {
        line.place(1_000_000, TICKS);
        assertThat(line.place(900_000, TICKS)).isEmpty();
        assertThat(line.place(1_020_000, TICKS)).hasValue(48_960);
    }
}
