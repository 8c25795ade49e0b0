package dev.fanlight.agent.uplink.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.testing.SimulatedUplink;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UplinkAdaptationTest {

    private static final int QUEUE = 5;
    private static final List<SendLevel> ALL = List.of(SendLevel.values());
    private static final SendPlan.Range RANGE = new SendPlan.Range(1_200_000, 150_000);

    private final SimulatedUplink link = new SimulatedUplink(7, 8_000_000);
    private final UplinkAdaptation adaptation = new UplinkAdaptation(RANGE, link.now());
    private final SendWindow window = new SendWindow();
    private final DeliveryRate delivered = new DeliveryRate();
    private final List<SimulatedUplink.Frame> queue = new ArrayList<>();
    private final List<SendPlan> plans = new ArrayList<>();
    private List<SendLevel> levels = ALL;
    private boolean dropped;
    private int steps;

    /** Runs camera, queue and link; observes four times a second, and acknowledges ten times a second, as the relay does. */
    private void run(Duration duration) {
        long end = link.now() + duration.toNanos();
        while (link.now() < end) {
            queue.addAll(link.step(adaptation.plan()));
            if (queue.size() > QUEUE) {
                queue.clear();
                dropped = true;
            }
            while (!queue.isEmpty() && window.isOpen(link.now())) {
                SimulatedUplink.Frame next = queue.remove(0);
                window.sent(0, next.number(), next.bytes(), link.now());
                link.send(next);
            }
            steps++;
            if (steps % 10 == 0) {
                link.acknowledgements().forEach(frame -> window.acknowledged(0, frame.number(), link.now()));
            }
            if (steps % 25 == 0) {
                observe();
            }
        }
    }

    private void observe() {
        delivered.observe(link.now(), window.acknowledgedBytes());
        UplinkAdaptation.Observation now =
                new UplinkAdaptation.Observation(window.delayNanos(link.now()), dropped, delivered.bitsPerSecond());
        adaptation.observe(link.now(), now, levels);
        plans.add(adaptation.plan());
        dropped = false;
    }

    private long ageMillis(Duration last, double percentile) {
        long from = link.now() - last.toNanos();
        long[] ages = link.arrivals().stream()
                .filter(arrival -> arrival.nanos() >= from)
                .mapToLong(SimulatedUplink.Arrival::ageNanos)
                .sorted()
                .toArray();
        return ages[(int) Math.min(ages.length - 1L, Math.round(ages.length * percentile))] / 1_000_000;
    }

    private long arrived(Duration last) {
        long from = link.now() - last.toNanos();
        return link.arrivals().stream()
                .filter(arrival -> arrival.nanos() >= from)
                .count();
    }

    @Test
    void aFastLinkIsGivenEverything() {
        run(Duration.ofMinutes(5));
        assertThat(plans).allMatch(plan -> plan.isWhole(RANGE));
        assertThat(adaptation.quality()).isEqualTo(UplinkQuality.FINE);
    }

    @Test
    void aLinkOfAMegabitIsFollowedWithinTenSeconds() {
        run(Duration.ofSeconds(10));
        link.capacity(1_000_000);
        run(Duration.ofSeconds(10));
        assertThat(adaptation.plan().bitRate()).isLessThanOrEqualTo(850_000);
        assertThat(adaptation.plan().level()).isEqualTo(SendLevel.FULL);
        run(Duration.ofSeconds(60));
        assertThat(ageMillis(Duration.ofSeconds(60), 0.95)).isLessThanOrEqualTo(800);
        assertThat(adaptation.quality()).isEqualTo(UplinkQuality.SLOW);
    }

    @Test
    void aBurstThatWasDroppedDoesNotReduceWhatIsPassedThroughToKeyFrames() {
        levels = List.of(SendLevel.FULL, SendLevel.KEY_FRAMES);
        for (int i = 0; i < 8; i++) {
            run(Duration.ofSeconds(2));
            dropped = true;
        }
        assertThat(plans).extracting(SendPlan::level).containsOnly(SendLevel.FULL);
    }

    @Test
    void congestionThatStaysLeavesKeyFramesOfWhatIsPassedThrough() {
        levels = List.of(SendLevel.FULL, SendLevel.KEY_FRAMES);
        link.capacity(100_000);
        run(Duration.ofSeconds(20));
        assertThat(plans).extracting(SendPlan::level).contains(SendLevel.KEY_FRAMES);
    }

    @Test
    void aSteadyLinkIsNotProbedAgainAndAgain() {
        link.capacity(1_000_000);
        run(Duration.ofMinutes(2));
        plans.clear();
        run(Duration.ofMinutes(10));
        long lowered = 0;
        for (int i = 1; i < plans.size(); i++) {
            lowered += plans.get(i).bitRate() < plans.get(i - 1).bitRate() ? 1 : 0;
        }
        assertThat(lowered).as("steps down in ten minutes").isLessThanOrEqualTo(20);
        assertThat(plans).allMatch(plan -> plan.bitRate() >= 400_000);
        assertThat(ageMillis(Duration.ofMinutes(10), 0.95)).isLessThanOrEqualTo(800);
    }

    @Test
    void theStepsAreTakenInTheirOrder() {
        link.capacity(20_000);
        run(Duration.ofSeconds(60));
        List<SendLevel> taken = plans.stream().map(SendPlan::level).distinct().toList();
        assertThat(taken).containsExactly(SendLevel.values());
        int firstReduced = 0;
        while (plans.get(firstReduced).level() == SendLevel.FULL) {
            firstReduced++;
        }
        assertThat(plans.get(firstReduced - 1).bitRate()).isEqualTo(RANGE.least(SendLevel.FULL, ALL));
        assertThat(adaptation.quality()).isEqualTo(UplinkQuality.POOR);
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, 130_000, 300_000, 600_000})
    void eachCapacityFindsAPlanThatFitsAndStaysThere(int capacity) {
        link.capacity(capacity);
        run(Duration.ofMinutes(1));
        plans.clear();
        run(Duration.ofMinutes(4));
        assertThat(ageMillis(Duration.ofMinutes(4), 0.95)).as("age p95").isLessThanOrEqualTo(1_500);
        assertThat(arrived(Duration.ofMinutes(4))).as("frames").isGreaterThanOrEqualTo(4 * 60);
        long changes = 0;
        for (int i = 1; i < plans.size(); i++) {
            changes += plans.get(i).level() == plans.get(i - 1).level() ? 0 : 1;
        }
        assertThat(changes).as("changes of the level in four minutes").isLessThanOrEqualTo(16);
    }

    @Test
    void aLinkThatHealsIsGivenEverythingAgainByItself() {
        link.capacity(50_000);
        run(Duration.ofSeconds(60));
        assertThat(adaptation.plan().level().isSmall()).isTrue();
        link.capacity(8_000_000);
        run(Duration.ofMinutes(5));
        assertThat(adaptation.plan().isWhole(RANGE)).isTrue();
        assertThat(adaptation.quality()).isEqualTo(UplinkQuality.FINE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void lossesOnALongWayLeaveAFrameASecond(long seed) {
        SimulatedUplink lossy = new SimulatedUplink(seed, 100_000);
        lossy.lossy(0.4, 300_000_000);
        UplinkAdaptation own = new UplinkAdaptation(RANGE, lossy.now());
        SendWindow ownWindow = new SendWindow();
        DeliveryRate ownRate = new DeliveryRate();
        for (int step = 1; step < 12_000; step++) {
            for (SimulatedUplink.Frame frame : lossy.step(own.plan())) {
                if (ownWindow.isOpen(lossy.now())) {
                    ownWindow.sent(0, frame.number(), frame.bytes(), lossy.now());
                    lossy.send(frame);
                }
            }
            if (step % 10 == 0) {
                lossy.acknowledgements().forEach(f -> ownWindow.acknowledged(0, f.number(), lossy.now()));
            }
            if (step % 25 == 0) {
                ownRate.observe(lossy.now(), ownWindow.acknowledgedBytes());
                own.observe(
                        lossy.now(),
                        new UplinkAdaptation.Observation(
                                ownWindow.delayNanos(lossy.now()), false, ownRate.bitsPerSecond()),
                        ALL);
            }
        }
        long half = lossy.now() - Duration.ofSeconds(60).toNanos();
        List<Long> ages = lossy.arrivals().stream()
                .filter(arrival -> arrival.nanos() > half)
                .map(arrival -> arrival.ageNanos() / 1_000_000)
                .sorted()
                .toList();
        assertThat(ages).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ages.get(ages.size() * 95 / 100)).isLessThanOrEqualTo(3_000);
    }

    @Test
    void whatIsPassedThroughGoesFromEverythingToItsSecondStreamToKeyFrames() {
        levels = List.of(SendLevel.FULL, SendLevel.SMALL, SendLevel.KEY_FRAMES);
        link.capacity(20_000);
        run(Duration.ofSeconds(30));
        assertThat(plans.stream().map(SendPlan::level).distinct()).containsExactlyElementsOf(levels);
    }

    @Test
    void aSourceThatHasFewerLevelsThanTheOneBeforeGoesOnWithTheNextOneDown() {
        link.capacity(20_000);
        run(Duration.ofSeconds(10));
        assertThat(adaptation.plan().level()).isNotEqualTo(SendLevel.FULL);
        levels = List.of(SendLevel.FULL, SendLevel.KEY_FRAMES);
        run(Duration.ofSeconds(30));
        assertThat(adaptation.plan().level()).isEqualTo(SendLevel.KEY_FRAMES);
    }

    @Test
    void silenceOnAnIdleUplinkIsNoObservation() {
        assertThat(new UplinkAdaptation.Observation(0, false, 0).isIdle()).isTrue();
        assertThat(new UplinkAdaptation.Observation(1, false, 0).isIdle()).isFalse();
        assertThat(new UplinkAdaptation.Observation(0, true, 0).isIdle()).isFalse();
        assertThat(new UplinkAdaptation.Observation(0, false, 1).isIdle()).isFalse();
    }

    @Test
    void oneRetransmissionChangesNothing() {
        run(Duration.ofSeconds(5));
        long late = UplinkAdaptation.LATE_NANOS + 1;
        adaptation.observe(link.now(), new UplinkAdaptation.Observation(late, false, 1_000_000), ALL);
        adaptation.observe(link.now() + 250_000_000, new UplinkAdaptation.Observation(0, false, 1_000_000), ALL);
        assertThat(adaptation.plan().isWhole(RANGE)).isTrue();
    }
}
