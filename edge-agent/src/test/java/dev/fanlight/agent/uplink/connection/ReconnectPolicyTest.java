package dev.fanlight.agent.uplink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.uplink.connection.ReconnectPolicy.Decision;
import dev.fanlight.agent.uplink.socket.SocketEnd;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectPolicyTest {

    private static final int PEERS = 1_000;

    private final ReconnectPolicy policy = new ReconnectPolicy(new Random(11));

    private long waitMillis(int attempt, SocketEnd end) {
        Decision decision = policy.next(attempt, end);
        assertThat(decision).isInstanceOf(Decision.Wait.class);
        return ((Decision.Wait) decision).delay().toMillis();
    }

    @Test
    void aRelayThatIsDownIsTriedEverySecondForAMinuteAndThenLessOften() {
        assertThat(waitMillis(0, SocketEnd.LOST)).isBetween(20L, 200L);
        IntStream.rangeClosed(1, 60)
                .forEach(attempt ->
                        assertThat(waitMillis(attempt, SocketEnd.LOST)).isBetween(900L, 1_100L));
        assertThat(waitMillis(61, SocketEnd.LOST)).isBetween(4_500L, 5_500L);
        assertThat(waitMillis(1_000, SocketEnd.LOST)).isBetween(18_000L, 22_000L);
    }

    @Test
    void aRelayThatAnswersAndRefusesIsTriedInStepsTo20SecondsOfWhichATenthIsWaitedAtLeast() {
        SocketEnd busy = new SocketEnd(Optional.of(CloseReason.BUSY), Optional.empty());
        List<Long> steps = List.of(200L, 1_000L, 6_000L, 12_000L, 20_000L);
        for (int attempt = 0; attempt < 100; attempt++) {
            long full = steps.get(Math.min(attempt, steps.size() - 1));
            assertThat(waitMillis(attempt, busy)).isBetween(full / 10, full);
        }
    }

    @Test
    void aSpreadIsBelievedWithinReason() {
        policy.spread(Duration.ofDays(1));
        assertThat(waitMillis(5, SocketEnd.LOST)).isLessThanOrEqualTo(ReconnectPolicy.MAX_SPREAD.toMillis() * 11 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 10, 60})
    void aThousandPeersWhoseRelayWasKilledComeBackOneAfterTheOther(int outageSeconds) {
        long seed = 4;
        ReconnectPolicy each = new ReconnectPolicy(new Random(seed));
        each.spread(Duration.ofSeconds(5)); // what a relay sends for 1,000 peers at its most imprecise
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
        assertThat(IntStream.range(0, 50)
                        .mapToLong(i -> waitMillis(8, SocketEnd.LOST))
                        .distinct()
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void theTimeThatARelayAsksForIsWaitedWithinReason() {
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

    @Test
    void aRelayThatAcceptsNoMoreOfThisAddressIsTriedInStepsAndNotBeforeTheTimeThatItAsksFor() {
        UplinkException busy = new UplinkException(UplinkException.Problem.BUSY, "no");
        List<Long> waits = IntStream.range(4, 50)
                .mapToObj(attempt -> ((Decision.Wait) policy.afterFailure(attempt, busy)))
                .map(wait -> wait.delay().toMillis())
                .toList();
        assertThat(waits).allMatch(millis -> millis >= 2_000 && millis <= 20_000);
        assertThat(policy.afterFailure(
                        0, new UplinkException(UplinkException.Problem.BUSY, "no", Duration.ofSeconds(47))))
                .isEqualTo(new Decision.Wait(Duration.ofSeconds(47)));
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
