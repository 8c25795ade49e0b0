package dev.fanlight.agent.uplink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.uplink.connection.ReconnectPolicy.Decision;
import dev.fanlight.agent.uplink.socket.SocketEnd;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectPolicyTest {

    private static final int PEERS = 1_000;
    private static final List<Duration> STEPS =
            AgentTimeouts.STANDARD.connection().reconnect();

    private final ReconnectPolicy policy = new ReconnectPolicy(STEPS, new Random(11));

    private long waitMillis(int attempt, SocketEnd end) {
        Decision decision = policy.next(attempt, end);
        assertThat(decision).isInstanceOf(Decision.Wait.class);
        return ((Decision.Wait) decision).delay().toMillis();
    }

    @Test
    void waitsGrowInStepsTo20SecondsOfWhichATenthIsWaitedAtLeast() {
        List<Long> steps = List.of(200L, 1_000L, 6_000L, 12_000L, 20_000L);
        for (int attempt = 0; attempt < 100; attempt++) {
            long full = steps.get(Math.min(attempt, steps.size() - 1));
            assertThat(waitMillis(attempt, SocketEnd.LOST)).isBetween(full / 10, full);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 10, 60})
    void aThousandPeersWhoseRelayWasKilledComeBackOneAfterTheOther(int outageSeconds) {
        long seed = 4;
        ReconnectPolicy each = new ReconnectPolicy(STEPS, new Random(seed));
        long[] returns = LongStream.generate(() -> returnMillis(each, outageSeconds * 1_000L))
                .limit(PEERS)
                .sorted()
                .toArray();
        int most = busiestSecond(returns);
        System.out.println("Seed " + seed + ", outage " + outageSeconds + " s: at most " + most + " of " + PEERS
                + " came back within one second");
        assertThat(most).isLessThanOrEqualTo(PEERS * 30 / 100);
    }

    private static long returnMillis(ReconnectPolicy policy, long outage) {
        long now = 0;
        for (int attempt = 0; now < outage; attempt++) {
            now += ((Decision.Wait) policy.next(attempt, SocketEnd.LOST))
                    .delay()
                    .toMillis();
        }
        return now;
    }

    private static int busiestSecond(long[] sorted) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= 1_000) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
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
        assertThat(waitMillis(0, never)).isEqualTo(ReconnectPolicy.MAX_RETRY_AFTER.toMillis());
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
