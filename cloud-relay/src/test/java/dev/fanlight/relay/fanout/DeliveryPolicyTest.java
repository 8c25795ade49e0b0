package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.player.DeliveryMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {

    private Set<DeliveryMode> usable = EnumSet.allOf(DeliveryMode.class);
    private final DeliveryPolicy policy = new DeliveryPolicy(() -> usable);
    private long now = Duration.ofHours(1).toNanos();

    @Test
    void degradedViewerIsDowngradedOneLevelAtATimeAndEachChangeGetsTimeToTakeEffect() {
        assertThat(policy.degraded(now)).isTrue();
        assertThat(policy.mode()).isEqualTo(DeliveryMode.NO_DISPOSABLE);
        assertThat(policy.degraded(now)).isFalse();
        pass(DeliveryPolicy.SETTLE);
        assertThat(policy.degraded(now)).isTrue();
        assertThat(policy.mode()).isEqualTo(DeliveryMode.LOW);
    }

    @Test
    void levelsThatMakeNoDifferenceAreSkipped() {
        usable = EnumSet.of(DeliveryMode.ALL, DeliveryMode.KEY_FRAMES, DeliveryMode.STILL);
        policy.degraded(now);
        assertThat(policy.mode()).isEqualTo(DeliveryMode.KEY_FRAMES);
        pass(DeliveryPolicy.CALM);
        assertThat(policy.healthy(now)).isTrue();
        assertThat(policy.mode()).isEqualTo(DeliveryMode.ALL);
    }

    @Test
    void upgradesAfterACalmTimeThatDoublesWhenTheUpgradeDidNotLast() {
        policy.degraded(now);
        pass(DeliveryPolicy.CALM);
        assertThat(policy.healthy(now)).isTrue();
        pass(DeliveryPolicy.SETTLE);
        policy.degraded(now);
        pass(DeliveryPolicy.CALM);
        assertThat(policy.healthy(now)).isFalse();
        pass(DeliveryPolicy.CALM);
        assertThat(policy.healthy(now)).isTrue();
    }

    @Test
    void viewerThatIsNotHealthyStaysAtItsLevel() {
        policy.degraded(now);
        pass(DeliveryPolicy.CALM.minusMillis(1));
        policy.notHealthy(now);
        pass(Duration.ofSeconds(1));
        assertThat(policy.healthy(now)).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
