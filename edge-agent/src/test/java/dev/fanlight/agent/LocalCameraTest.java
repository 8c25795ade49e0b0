package dev.fanlight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.preview.stream.MediaMessage;
import dev.fanlight.agent.preview.stream.StreamReader;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LocalCameraTest {

    private static final class Viewer implements StreamReader {

        @Override
        public void control(ToPlayer message) {}

        @Override
        public void media(MediaMessage message) {}

        @Override
        public void ended() {}
    }

    @Test
    void aCameraOfWhichAThreadHasFailedAdmitsNoViewer() throws Exception {
        CompletableFuture<Throwable> broken = new CompletableFuture<>();
        CameraSettings settings = CameraSettings.of(new SettingsReader(AgentSettings.all())
                .overrides(Map.of("camera.source", "test"))
                .read());
        AgentListener listener = new AgentListener() {
            @Override
            public void broken(Throwable cause) {
                broken.complete(cause);
            }
        };
        try (LocalCamera camera = LocalCamera.start(
                "front",
                settings,
                List.of(),
                frame -> {
                    throw new IllegalStateException("a bug");
                },
                listener,
                MediaClock.system())) {
            assertThat(broken.get(20, TimeUnit.SECONDS)).hasMessage("a bug");
            assertThat(camera.stream().join(new Viewer())).isFalse();
        }
    }
}
