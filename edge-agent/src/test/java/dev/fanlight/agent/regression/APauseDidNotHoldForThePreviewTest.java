package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.LocalCamera;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.preview.stream.MediaMessage;
import dev.fanlight.agent.preview.stream.StreamReader;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People had paused the camera, and the local page showed it all the same. */
class APauseDidNotHoldForThePreviewTest {

    private final List<StreamState> states = new CopyOnWriteArrayList<>();
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger media = new AtomicInteger();

    private final class Viewer implements StreamReader {

        @Override
        public void control(ToPlayer message) {
            if (message instanceof Stream stream) {
                states.add(stream.state());
            }
        }

        @Override
        public void media(MediaMessage message) {
            media.incrementAndGet();
        }

        @Override
        public void ended() {}
    }

    private static CameraSettings settings(Map<String, String> given) {
        return CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(given).read());
    }

    private LocalCamera start(CameraSettings settings, List<PauseFile> pauses) {
        return LocalCamera.start(
                "front",
                settings,
                pauses,
                frame -> frames.incrementAndGet(),
                new AgentListener() {},
                MediaClock.system());
    }

    @Test
    void aPausedCameraIsOffUntilThePauseEnds(@TempDir Path state) {
        PauseFile pause = new PauseFile(state);
        pause.pause("visitors");
        try (LocalCamera camera = start(settings(Map.of("camera.source", "test")), List.of(pause))) {
            assertThat(camera.stream().join(new Viewer())).isTrue();
            assertThat(states).containsExactly(StreamState.PAUSED);
            assertThat(frames).hasValue(0);
            pause.resume();
            Await.until("video", () -> media.get() > 2);
            pause.pause("");
            Await.until("the pause", () -> states.get(states.size() - 1) == StreamState.PAUSED);
        }
    }

    @Test
    void outsideItsHoursACameraIsOffOnTheLocalPageToo() {
        String day = LocalDate.now(ZoneOffset.UTC)
                .plusDays(3)
                .getDayOfWeek()
                .name()
                .substring(0, 3)
                .toLowerCase(Locale.ROOT);
        Map<String, String> given = Map.of(
                "camera.source", "test",
                "camera.run", "schedule",
                "camera.hours", day + " 00:00-00:01",
                "camera.timezone", "UTC");
        try (LocalCamera camera = start(settings(given), List.of())) {
            assertThat(camera.stream().join(new Viewer())).isTrue();
            assertThat(states).containsExactly(StreamState.PAUSED);
        }
    }
}
