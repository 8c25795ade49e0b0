package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSettingsTest {

    private static CameraSettings camera(Map<String, String> overrides) {
        return CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(overrides).read());
    }

    @Test
    void defaultsAreWhatTheDocumentsSay() {
        CameraSettings camera = camera(Map.of());
        assertThat(camera.source()).isEqualTo(new SourceSpec(SourceScheme.AUTO, ""));
        assertThat(camera.mode()).isEqualTo(EncodeMode.AUTO);
        assertThat(camera.audio()).isFalse();
        assertThat(camera.limits()).isEqualTo(new FrameLimits(1280, 720, 15));
        assertThat(camera.encoding())
                .isEqualTo(new EncodeSettings(1_200_000, Duration.ofSeconds(2), EncoderPreset.SUPERFAST));
        assertThat(camera.low()).isEqualTo(new LowSettings(true, 320, 15, 150_000));
        assertThat(camera.run().mode()).isEqualTo(RunMode.ON_DEMAND);
        assertThat(camera.run().stillEvery()).isZero();
        assertThat(camera.substream()).isEmpty();
        assertThat(camera.onSite().isEmpty()).isTrue();
        assertThat(camera.run().linger()).isEqualTo(Duration.ofSeconds(20));
        assertThat(camera.queue()).isEqualTo(5);
    }

    @Test
    void sourcesAreDistinguished() {
        assertThat(camera(Map.of("camera.source", "test")).source()).isEqualTo(new SourceSpec(SourceScheme.TEST, ""));
        assertThat(camera(Map.of("camera.source", "file:a b.mp4")).source())
                .isEqualTo(new SourceSpec(SourceScheme.FILE, "a b.mp4"));
        assertThat(camera(Map.of("camera.source", "/dev/v4l/by-id/x")).source())
                .isEqualTo(new SourceSpec(SourceScheme.DEVICE, "/dev/v4l/by-id/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "rtsp://x", "https://x", "loop.mp4", "/etc/passwd", "TEST"})
    void otherSourcesAreRefused(String source) {
        assertThatThrownBy(() -> camera(Map.of("camera.source", source)))
                .hasMessageContaining("auto, test, file:PATH or a device");
    }

    @Test
    void whatNamesAFileOrAProgramOfThisComputerIsChecked() {
        assertThat(camera(Map.of("indicator.led", "led0:green", "indicator.gpio", "gpiochip0:17"))
                        .onSite()
                        .led())
                .isEqualTo("led0:green");
        assertThatThrownBy(() -> camera(Map.of("indicator.led", "../../proc/x")))
                .hasMessageContaining("name of an LED");
        assertThatThrownBy(() -> camera(Map.of("indicator.gpio", "-c:1;x"))).hasMessageContaining("gpiochip0:17");
        assertThatThrownBy(() -> camera(Map.of("camera.still_every", "1s"))).hasMessageContaining("at least 10s");
        assertThatThrownBy(() -> camera(Map.of("camera.timezone", "Mars"))).hasMessageContaining("Europe/Berlin");
    }

    @Test
    void everySettingSaysWhatItMeansInASentence() {
        assertThat(AgentSettings.all())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+\\.[a-z_]+"));
        assertThat(AgentSettings.all()).extracting(Setting::meaning).allMatch(meaning -> meaning.endsWith("."));
    }
}
