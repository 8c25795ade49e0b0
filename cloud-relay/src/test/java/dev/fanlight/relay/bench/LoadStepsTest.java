package dev.fanlight.relay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadStepsTest {

    @Test
    void listIsSortedWithoutDuplicates() {
        assertThat(LoadSteps.parse("500,100,500,1000").viewers()).containsExactly(100, 500, 1000);
    }

    @Test
    void rangeDoublesUpToItsEnd() {
        assertThat(LoadSteps.parse("100..2000").viewers()).containsExactly(100, 200, 400, 800, 1600, 2000);
        assertThat(LoadSteps.parse("100..200").viewers()).containsExactly(100, 200);
        assertThat(LoadSteps.parse("7..7").viewers()).containsExactly(7);
    }

    @Test
    void zeroMeansNoViewers() {
        assertThat(LoadSteps.parse("0").viewers()).isEmpty();
    }

    @Test
    void defaultIsNotEmpty() {
        assertThat(LoadSteps.parse(LoadSteps.STANDARD).viewers()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1,,2", "0,5", "0..5", "9..3", "1..99999", "28001", "1.5", "1...2"})
    void anythingElseIsNoListOfViewers(String text) {
        assertThatThrownBy(() -> LoadSteps.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
