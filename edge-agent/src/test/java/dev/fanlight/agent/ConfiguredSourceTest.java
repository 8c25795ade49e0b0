package dev.fanlight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.settings.SettingsReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A source with a second, smaller stream, here as two files. */
class ConfiguredSourceTest {

    private boolean small;

    private ConfiguredSource source(String... substream) {
        Map<String, String> given = new LinkedHashMap<>(Map.of("camera.source", "file:" + Footage.CARS));
        for (String text : substream) {
            given.put("camera.substream", text);
        }
        CameraSettings settings = CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(given).read());
        return ConfiguredSource.of(settings, AgentTimeouts.STANDARD, new ManualTime().mediaClock(), () -> small);
    }

    private static String opened(ConfiguredSource source) throws Exception {
        try (FrameSource open = source.open(0)) {
            open.next(new CollectedOutput());
            return open.describe();
        }
    }

    @Test
    void theSecondStreamTakesThePlaceOfTheFirstWhileTheUploadIsSlow() throws Exception {
        ConfiguredSource source = source("test");
        assertThat(opened(source)).startsWith("cars");
        assertThat(source.isOutdated()).isFalse();
        small = true;
        assertThat(source.isOutdated()).isTrue();
        assertThat(opened(source)).startsWith("test pattern");
        assertThat(source.isOutdated()).isFalse();
        small = false;
        assertThat(source.isOutdated()).isTrue();
    }

    @Test
    void withoutASecondStreamThereIsNothingToChange() throws Exception {
        ConfiguredSource source = source();
        assertThat(opened(source)).startsWith("cars");
        small = true;
        assertThat(source.isOutdated()).isFalse();
    }

    @Test
    void aSecondStreamOnTheNetworkThatDeliversNothingIsReplacedByTheFirstAtTheNextOpening() throws Exception {
        ConfiguredSource source = source("rtsp://127.0.0.1:1/none");
        small = true;
        FrameSource second = source.open(0);
        try (second) {
            assertThatThrownBy(() -> {
                        while (true) {
                            second.next(new CollectedOutput());
                        }
                    })
                    .isInstanceOf(SourceException.class);
        }
        assertThat(opened(source)).startsWith("cars");
        assertThat(source.isOutdated()).isFalse();
    }

    @Test
    void aSecondStreamThatFailsIsReplacedByTheFirst() throws Exception {
        ConfiguredSource source = source("file:/none.mp4");
        small = true;
        assertThat(opened(source)).startsWith("cars");
        assertThat(source.isOutdated()).isFalse();
    }
}
