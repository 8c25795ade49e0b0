package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.player.DeliveryMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {

    private Set<DeliveryMode> usable = EnumSet.allOf(DeliveryMode.class);
    private final DeliveryPolicy ladder = new DeliveryPolicy(() -> usable);
    private long now = Duration.ofHours(1).toNanos();

    @Test
    void troubleLeadsDownOneRungAtATimeAndEachStepGetsTimeToTakeEffect() {
        assertThat(ladder.trouble(now)).isTrue();
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.NO_DISPOSABLE);
        assertThat(ladder.trouble(now)).isFalse();
        pass(DeliveryPolicy.SETTLE);
        assertThat(ladder.trouble(now)).isTrue();
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.LOW);
    }

    @Test
    void rungsThatMakeNoDifferenceAreLeftOut() {
        usable = EnumSet.of(DeliveryMode.ALL, DeliveryMode.KEY_FRAMES, DeliveryMode.STILL);
        ladder.trouble(now);
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.KEY_FRAMES);
        pass(DeliveryPolicy.CALM);
        assertThat(ladder.well(now)).isTrue();
        assertThat(ladder.mode()).isEqualTo(DeliveryMode.ALL);
    }

    @Test
    void goesUpAfterACalmTimeThatDoublesWhenItWasAMistake() {
        ladder.trouble(now);
        pass(DeliveryPolicy.CALM);
        assertThat(ladder.well(now)).isTrue();
        pass(DeliveryPolicy.SETTLE);
        ladder.trouble(now);
        pass(DeliveryPolicy.CALM);
        assertThat(ladder.well(now)).isFalse();
        pass(DeliveryPolicy.CALM);
        assertThat(ladder.well(now)).isTrue();
    }

    @Test
    void whoIsUnwellStaysWhereItIs() {
        ladder.trouble(now);
        pass(DeliveryPolicy.CALM.minusMillis(1));
        ladder.unwell(now);
        pass(Duration.ofSeconds(1));
        assertThat(ladder.well(now)).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
