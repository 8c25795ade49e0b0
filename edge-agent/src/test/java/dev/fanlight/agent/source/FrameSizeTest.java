package dev.fanlight.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1920,1080,1280,720,1280,720",
        "640,360,1280,720,640,360",
        "1600,1200,1280,720,960,720",
        "768,432,320,720,320,180",
        "1079,1919,1280,720,404,720",
        "641,361,1280,720,642,362"
    })
    void fitsWithoutGrowingAndStaysEven(int width, int height, int maxWidth, int maxHeight, int w, int h) {
        assertThat(new FrameSize(width, height).fitInto(maxWidth, maxHeight)).isEqualTo(new FrameSize(w, h));
    }
}
