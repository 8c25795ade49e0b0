package dev.fanlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

    private static final List<String> WORDS = List.of("camera.fps", "camera.width", "camera.height", "http.port");

    @ParameterizedTest
    @CsvSource({
        "camera.fsp, ' Did you mean \"camera.fps\"?'",
        "camera.widht, ' Did you mean \"camera.width\"?'",
        "htp.port, ' Did you mean \"http.port\"?'",
        "banana, ''"
    })
    void slipsAreRecognisedAndOtherWordsAreNot(String typed, String hint) {
        assertThat(DidYouMean.hint(typed, WORDS)).isEqualTo(hint);
    }
}
