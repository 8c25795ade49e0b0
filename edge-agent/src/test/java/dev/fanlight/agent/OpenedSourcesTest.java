package dev.fanlight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AudioInput;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.Credentials;
import dev.fanlight.agent.config.OnSiteSettings;
import dev.fanlight.agent.config.SourceScheme;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenedSourcesTest {

    private static CameraSettings settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of(
                "camera.source", "rtsp://stranger/1",
                "camera.substream", "rtsp://own/2",
                "camera.user", "ann",
                "camera.password", "hunter2",
                "camera.audio", "default",
                "hooks.on_watched", "light on",
                "camera.width", "640"));
        all.putAll(given);
        return CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(all).read());
    }

    @Test
    void aCameraThatAProgramNamesGetsNeitherPasswordNorMicrophoneOfTheConfiguredOne() {
        CameraSettings named = OpenedSources.named(settings(Map.of()), Optional.empty());
        assertThat(named.credentials()).isEqualTo(Credentials.NONE);
        assertThat(named.audio().input()).isEqualTo(new AudioInput.Off());
        assertThat(named.substream()).isEmpty();
        assertThat(named.onSite()).isEqualTo(OnSiteSettings.NONE);
        assertThat(named.source().scheme()).isEqualTo(SourceScheme.RTSP);
        assertThat(named.limits().width()).isEqualTo(640);
    }

    @Test
    void itGetsTheLoginThatTheProgramNamesAndItsOwnSound() {
        CameraSettings named = OpenedSources.named(
                settings(Map.of("camera.audio", "auto")), Optional.of(new CameraLogin("bob", "secret")));
        assertThat(named.credentials()).isEqualTo(new Credentials("bob", "secret"));
        assertThat(named.audio().isFromSource()).isTrue();
    }
}
