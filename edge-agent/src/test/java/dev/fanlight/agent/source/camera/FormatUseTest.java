package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatUseTest {

    @ParameterizedTest
    @CsvSource({"H264, AS_IT_IS", "MJPG, DECODED", "JPEG, DECODED", "YUYV, ENCODED", "Y16, ENCODED"})
    void aFormatIsUsedWithTheLeastWork(String code, FormatUse use) {
        assertThat(FormatUse.of(code)).isEqualTo(use);
    }

    /** Sensors without an image processor have the last four: one colour a pixel. */
    @ParameterizedTest
    @ValueSource(strings = {"RGBR", "YVU9", "BA81", "GBRG", "GRBG", "RGGB"})
    void formatsOfSensorsThatFfmpegReadsAreEncoded(String code) {
        assertThat(FormatUse.of(code)).isEqualTo(FormatUse.ENCODED);
    }

    /** FFmpeg knows the samples of some, but not as V4L2 names them. */
    @ParameterizedTest
    @ValueSource(strings = {"NV21", "HEVC", "Y16 -BE", "XR15-BE", "BG10", "Z16", ""})
    void formatsThatFfmpegDoesNotReadAreNotUsed(String code) {
        assertThat(FormatUse.of(code)).isEqualTo(FormatUse.NONE);
    }
}
