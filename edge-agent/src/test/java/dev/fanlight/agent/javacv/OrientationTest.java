package dev.fanlight.agent.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 0, false",
        "0, 1, -1, 0, 90, false",
        "-1, 0, 0, -1, 180, false",
        "0, -1, 1, 0, 270, false",
        "-1, 0, 0, 1, 0, true",
        "1, 0, 0, -1, 180, true",
        "0, -1, -1, 0, 90, true",
        "0, 1, 1, 0, 270, true"
    })
    void aMatrixMirrorsAndTurns(int a, int b, int c, int d, int rotation, boolean mirrored) {
        assertThat(Orientation.ofMatrix(a << 16, b << 16, c << 16, d << 16))
                .isEqualTo(new Orientation(rotation, mirrored));
    }

    @Test
    void aMatrixOfNothingIsIgnored() {
        assertThat(Orientation.ofMatrix(0, 0, 0, 0)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofMatrix(Integer.MIN_VALUE, 0, 0, Integer.MIN_VALUE)
                        .rotation())
                .isEqualTo(180);
    }
}
