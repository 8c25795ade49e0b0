package dev.fanlight.relay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    @Test
    void listIsSortedAndHoldsEachNumberOnce() {
        assertThat(LoadSteps.parse("500,100,500,1000").rungs()).containsExactly(100, 500, 1000);
    }

    @Test
    void rangeDoublesAndEndsWhereItWasToldTo() {
        assertThat(LoadSteps.parse("100..2000").rungs()).containsExactly(100, 200, 400, 800, 1600, 2000);
        assertThat(LoadSteps.parse("100..200").rungs()).containsExactly(100, 200);
        assertThat(LoadSteps.parse("7..7").rungs()).containsExactly(7);
    }

    @Test
    void zeroMeansNobody() {
        assertThat(LoadSteps.parse("0").rungs()).isEmpty();
    }

    @Test
    void whatIsMeasuredWhenNobodySaysIsALadder() {
        assertThat(LoadSteps.parse(LoadSteps.STANDARD).rungs()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1,,2", "0,5", "0..5", "9..3", "1..99999", "28001", "1.5", "1...2"})
    void anythingElseIsNoLadder(String text) {
        assertThatThrownBy(() -> LoadSteps.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
