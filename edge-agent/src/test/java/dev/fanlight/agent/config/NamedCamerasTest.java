package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedCamerasTest {

    private static Settings read(Map<String, String> overrides) {
        return new SettingsReader(AgentSettings.schema()).overrides(overrides).read();
    }

    @Test
    void eachNameIsACameraWithTheDefaultsOfASingleOne() {
        Map<String, Settings> named = read(Map.of(
                        "cameras.front.source", "test", "cameras.front.low.width", "160", "cameras.garden-2.fps", "5"))
                .all(NamedCameras.SECTION);
        assertThat(named).containsOnlyKeys("front", "garden-2");
        CameraSettings front = CameraSettings.named(named.get("front"));
        CameraSettings single = CameraSettings.of(read(Map.of("camera.source", "test", "low.width", "160")));
        assertThat(front).isEqualTo(single);
        assertThat(CameraSettings.named(named.get("garden-2")).limits().fps()).isEqualTo(5);
    }

    @Test
    void withoutNamesThereIsTheSingleCamera() {
        assertThat(read(Map.of("camera.source", "test")).all(NamedCameras.SECTION))
                .isEmpty();
    }

    @Test
    void everySettingOfASingleCameraIsOneOfANamedOne() {
        long single = AgentSettings.all().stream()
                .filter(setting -> setting.key().matches("(camera|low|hooks|indicator)[.].*"))
                .count();
        assertThat(NamedCameras.SECTION.settings())
                .hasSize((int) single + 2)
                .extracting(dev.fanlight.settings.Setting::key)
                .contains("capture.queue", "encode.preset");
    }

    @Test
    void aWrongKeyAndAWrongNameAreDistinguished() {
        assertThatThrownBy(() -> read(Map.of("cameras.front.colour", "red")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cameras.front.colour");
        assertThatThrownBy(() -> read(Map.of("cameras.Front.source", "test"))).isInstanceOf(UserException.class);
    }
}
