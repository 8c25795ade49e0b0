package dev.fanlight.relay.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.DeliveryMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {

    private Set<DeliveryMode> usable = EnumSet.allOf(DeliveryMode.class);
    private final Ladder ladder = new Ladder(() -> usable);
    private long now = Duration.ofHours(1).toNanos();

    @Test
    void troubleLeadsDownOneRungAtATimeAndEachStepGetsTimeToTakeEffect() {
        assertThat(ladder.trouble(now)).isTrue();
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.NO_DISPOSABLE);
        assertThat(ladder.trouble(now)).isFalse();
        pass(Ladder.SETTLE);
        assertThat(ladder.trouble(now)).isTrue();
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.LOW);
    }

    @Test
    void rungsThatMakeNoDifferenceAreLeftOut() {
        usable = EnumSet.of(DeliveryMode.ALL, DeliveryMode.KEY_FRAMES, DeliveryMode.STILL);
        ladder.trouble(now);
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.KEY_FRAMES);
        pass(Ladder.CALM);
        assertThat(ladder.well(now)).isTrue();
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.ALL);
    }

    @Test
    void goesUpAfterACalmTimeThatDoublesWhenItWasAMistake() {
        ladder.trouble(now);
        pass(Ladder.CALM);
        assertThat(ladder.well(now)).isTrue();
        pass(Ladder.SETTLE);
        ladder.trouble(now);
        pass(Ladder.CALM);
        assertThat(ladder.well(now)).isFalse();
        pass(Ladder.CALM);
        assertThat(ladder.well(now)).isTrue();
    }

    @Test
    void whoIsUnwellStaysWhereItIs() {
        ladder.trouble(now);
        pass(Ladder.CALM.minusMillis(1));
        ladder.unwell(now);
        pass(Duration.ofSeconds(1));
        assertThat(ladder.well(now)).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
