package dev.fanlight.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.uplink.ReconnectPolicy.Decision;
import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconnectPolicyTest {

    private final ReconnectPolicy policy = new ReconnectPolicy(new Random(11));

    private long waitMillis(int attempt, SocketEnd end) {
        Decision decision = policy.next(attempt, end);
        assertThat(decision).isInstanceOf(Decision.Wait.class);
        return ((Decision.Wait) decision).delay().toMillis();
    }

    @Test
    void waitsDoubleFrom200MillisecondsTo20SecondsWithJitterBelow() {
        for (int attempt = 0; attempt < 100; attempt++) {
            long full = Math.min(20_000, 200L << Math.min(attempt, 20));
            assertThat(waitMillis(attempt, SocketEnd.LOST)).isBetween(full / 2, full);
        }
    }

    @Test
    void jitterSpreadsAgents() {
        assertThat(java.util.stream.IntStream.range(0, 50)
                        .mapToLong(i -> waitMillis(8, SocketEnd.LOST))
                        .distinct()
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void theRelaysWishIsHonouredWithinReason() {
        SocketEnd restarting = new SocketEnd(Optional.of(CloseReason.RESTARTING), Optional.of(Duration.ofSeconds(7)));
        assertThat(waitMillis(0, restarting)).isEqualTo(7_000);
        SocketEnd never = new SocketEnd(Optional.of(CloseReason.BUSY), Optional.of(Duration.ofDays(365)));
        assertThat(waitMillis(0, never)).isEqualTo(ReconnectPolicy.LONGEST_ASKED.toMillis());
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseReason.class,
            names = {"NOT_AUTHENTIC", "REPLACED"})
    void anUnknownOrReplacedDeviceDoesNotRetry(CloseReason reason) {
        assertThat(policy.next(0, new SocketEnd(Optional.of(reason), Optional.empty())))
                .isEqualTo(new Decision.GiveUp(GiveUpReason.valueOf(reason.name())));
    }

    @ParameterizedTest
    @EnumSource(UplinkException.Problem.class)
    void aTryThatFailsIsRepeatedUnlessAnotherRelayAnswers(UplinkException.Problem problem) {
        Decision decision = policy.afterFailure(0, new UplinkException(problem, "no"));
        if (problem == UplinkException.Problem.WRONG_PIN) {
            assertThat(decision).isEqualTo(new Decision.GiveUp(GiveUpReason.WRONG_RELAY));
        } else {
            assertThat(decision).isInstanceOf(Decision.Wait.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOT_AUTHENTIC", "REPLACED"})
    void everythingElseIsTriedAgain(CloseReason reason) {
        assertThat(waitMillis(0, new SocketEnd(Optional.of(reason), Optional.empty())))
                .isPositive();
    }
}
