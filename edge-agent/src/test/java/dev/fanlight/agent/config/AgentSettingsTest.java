package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(camera.audio().input()).isEqualTo(new AudioInput.Off());
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

    private static AudioSettings audio(String input, String bitRate) {
        return CameraSettings.of(new SettingsReader(AgentSettings.all())
                        .overrides(Map.of("camera.audio", input, "camera.audio_bitrate", bitRate))
                        .read())
                .audio();
    }

    @Test
    void soundIsOffFromTheSourceOrADeviceAndTrueAndFalseAreStillRead() {
        assertThat(audio("off", "auto").input()).isEqualTo(new AudioInput.Off());
        assertThat(audio("false", "auto").input()).isEqualTo(new AudioInput.Off());
        assertThat(audio("auto", "auto").isFromSource()).isTrue();
        assertThat(audio("true", "auto").isFromSource()).isTrue();
        assertThat(audio("plughw:CARD=Camera,DEV=0", "auto").input())
                .isEqualTo(new AudioInput.Device("plughw:CARD=Camera,DEV=0"));
        assertThat(audio("auto", "auto").bitRate(1)).isEqualTo(32_000);
        assertThat(audio("auto", "auto").bitRate(2)).isEqualTo(64_000);
        assertThat(audio("auto", "24k").bitRate(2)).isEqualTo(24_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "yes", "{type file}", "default;rm", "../x"})
    void whatIsNoDeviceIsRefused(String input) {
        assertThatThrownBy(() -> audio(input, "auto")).hasMessageContaining("off, auto or an ALSA device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32", "8k", "300k", "1M", "-32k"})
    void bitRatesThatOpusDoesNotHaveAreRefused(String bitRate) {
        assertThatThrownBy(() -> audio("auto", bitRate)).hasMessageContaining("from 12k to 256k");
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
    @CsvSource({
        "rtsp://cam/1, RTSP, rtsp://cam/1",
        "rtsps://u:p@cam:322/1?x=y, RTSP, rtsps://u:p@cam:322/1?x=y",
        "http://10.0.0.7:8080, HTTP, http://10.0.0.7:8080",
        "https://[fe80::1]/live.m3u8, HTTP, https://[fe80::1]/live.m3u8",
        "rtmp://0.0.0.0/live/abcdefgh, RTMP, rtmp://0.0.0.0/live/abcdefgh",
        "libcamera, CSI, 0",
        "libcamera:1, CSI, 1",
        "exec:ffmpeg -i x -f h264 -, COMMAND, ffmpeg -i x -f h264 -"
    })
    void liveSourcesAreDistinguished(String text, SourceScheme scheme, String location) {
        assertThat(camera(Map.of("camera.source", text)).source()).isEqualTo(new SourceSpec(scheme, location));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:",
                "exec:",
                "rtsp://",
                "rtsp:///path",
                "http://:80/",
                "rtsp://cam:99999/",
                "rtmp://x",
                "rtmp://0.0.0.0/live/short",
                "rtmp://0.0.0.0/livekeyalone",
                "rtmp://user:pass@0.0.0.0/live/longenough",
                "libcamera:x",
                "loop.mp4",
                "/etc/passwd",
                "TEST"
            })
    void otherSourcesAreRefused(String source) {
        assertThatThrownBy(() -> camera(Map.of("camera.source", source)))
                .hasMessageContaining("auto, test, file:PATH, a device");
    }

    @Test
    void aPasswordIsRepeatedNeitherInAMistakeNorInText() {
        assertThatThrownBy(() -> camera(Map.of("camera.source", "rtso://admin:hunter2@cam/1")))
                .hasMessageContaining("rtso://***@cam/1")
                .hasMessageNotContainingAny("hunter2", "admin");
        assertThatThrownBy(() -> camera(Map.of("camera.source", "rtsp://admin:hun@ter2@cam:x/1")))
                .hasMessageNotContainingAny("hun@", "ter2", "admin");
        CameraSettings camera = camera(Map.of(
                "camera.source", "rtsp://admin:hunter2@cam/1", "camera.user", "viewer7", "camera.password", "hunter3"));
        assertThat(camera.toString()).doesNotContain("hunter", "admin", "viewer7");
        assertThat(camera(Map.of("camera.source", "exec:curl -u admin:hunter2 x"))
                        .toString())
                .doesNotContain("hunter2");
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
    void viewersMoveTheHeadOfTheSourceOrAnotherOneOnlyWherePeopleAtTheCameraSaySo() {
        assertThat(camera(Map.of("camera.source", "onvif://10.0.0.4")).head()).isEmpty();
        assertThat(camera(Map.of("camera.source", "onvif://10.0.0.4/sub", "camera.ptz", "on"))
                        .head())
                .contains(OnvifAddress.parse("onvif://10.0.0.4/sub"));
        assertThat(camera(Map.of("camera.source", "test", "camera.ptz", "onvif://10.0.0.5:8080"))
                        .head())
                .contains(OnvifAddress.parse("onvif://10.0.0.5:8080"));
        assertThatThrownBy(() -> camera(Map.of("camera.source", "test", "camera.ptz", "on")))
                .hasMessageContaining("camera.ptz=onvif://HOST");
        assertThatThrownBy(() -> camera(Map.of("camera.ptz", "yes"))).hasMessageContaining("off, on or the onvif://");
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
