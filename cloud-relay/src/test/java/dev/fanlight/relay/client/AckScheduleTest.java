package dev.fanlight.relay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AckScheduleTest {

    private static final long SECOND = 1_000_000;

    private final AckSchedule schedule = AckSchedule.ofPlayer();

    @Test
    void withoutUnitsItReportsAtOnceAndAcknowledgesWithEachTimeRequest() {
        List<Integer> requested = new ArrayList<>();
        List<Integer> reported = new ArrayList<>();
        for (int second = 0; second <= 20; second++) {
            if (schedule.turn(second * SECOND)) {
                reported.add(second);
                if (schedule.isTimeRequestDue()) {
                    requested.add(second);
                }
                reports(second * SECOND);
            }
        }
        assertThat(requested).containsExactly(0, 2, 4, 6, 10, 20);
        assertThat(reported).containsExactly(0, 2, 4, 5, 6, 10, 15, 20);
    }

    @Test
    void whatIsDueWaitsForTheNextUnit() {
        arrives(0, 0);
        assertThat(schedule.turn(400_000)).isFalse();
        assertThat(schedule.unitArrived(433_000, 433_000)).isTrue();
        assertThat(schedule.isTimeRequestDue()).isTrue();
        reports(433_000);
        assertThat(schedule.isTimeRequestDue()).isFalse();
        assertThat(schedule.unitArrived(466_000, 466_000)).isFalse();
    }

    @Test
    void acknowledgementThatIsDueStaysDueUntilItIsSent() {
        for (int second = 0; second < 15; second++) {
            schedule.turn(second * SECOND);
            reports(second * SECOND);
        }
        arrives(0, 15 * SECOND - 1);
        schedule.turn(15 * SECOND);
        schedule.turn(15 * SECOND + 1);
        assertThat(schedule.isTimeRequestDue()).isFalse();
        assertThat(schedule.unitArrived(15 * SECOND + 2, 15 * SECOND + 2)).isTrue();
    }

    @Test
    void whoSetsAClockDoesNotWaitForAUnit() {
        AckSchedule setter = AckSchedule.ofClockReference();
        setter.unitArrived(0, 0);
        setter.acknowledged(0);
        assertThat(setter.turn(1)).isTrue();
    }

    @Test
    void firstAndLateUnitsAreAcknowledgedAtOnceButNotMoreThanTenTimesASecond() {
        assertThat(arrives(0, 0)).isTrue();
        assertThat(arrives(0, 240_000)).isFalse();
        assertThat(arrives(0, 260_000)).isTrue();
        assertThat(arrives(0, 350_000)).isFalse();
        assertThat(arrives(0, 370_000)).isTrue();
    }

    @Test
    void firstInTimeAfterLateOnesIsAcknowledgedAtOnce() {
        arrives(0, 0);
        assertThat(arrives(0, 300_000)).isTrue();
        assertThat(arrives(400_000, 400_000)).isTrue();
        assertThat(arrives(500_000, 500_000)).isFalse();
    }

    @Test
    void whatWasDueCountsAmongTheTenASecond() {
        arrives(0, 0);
        schedule.turn(200_000);
        assertThat(arrives(260_000, 260_000)).isTrue();
        assertThat(arrives(0, 300_000)).isFalse();
        assertThat(arrives(0, 360_000)).isTrue();
    }

    @Test
    void timeRequestAloneIsNoAcknowledgement() {
        schedule.turn(0);
        schedule.reported();
        assertThat(schedule.unitArrived(50_000, 50_000)).isTrue();
    }

    @Test
    void firstUnitAfterAPauseIsAcknowledgedAtOnce() {
        arrives(0, 0);
        assertThat(arrives(500_000, 500_000)).isFalse();
        assertThat(arrives(1_000_001, 1_000_001)).isTrue();
    }

    /** A unit arrives, and a report is sent if one is due. */
    private boolean arrives(long capture, long now) {
        boolean isTime = schedule.unitArrived(capture, now);
        if (isTime) {
            reports(now);
        }
        return isTime;
    }

    private void reports(long now) {
        schedule.reported();
        schedule.acknowledged(now);
    }
}
