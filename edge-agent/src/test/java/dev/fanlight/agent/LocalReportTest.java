package dev.fanlight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.preview.stream.LocalStream;
import dev.fanlight.agent.preview.stream.MediaMessage;
import dev.fanlight.agent.preview.stream.StreamReader;
import dev.fanlight.agent.status.StatusBoard;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.JpegConfig;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.settings.SettingsReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalReportTest {

    private final LocalStream stream = new LocalStream(
            new PipelineControl(CameraSettings.of(new SettingsReader(AgentSettings.all()).read()), NanoClock.SYSTEM),
            0);
    private final LocalReport report = new LocalReport(
            stream, new EventReport(new AgentEvents(new AgentListener() {}, new StatusBoard(InstantSource.system()))));
    private final List<MediaMessage> media = new ArrayList<>();

    private final class Viewer implements StreamReader {

        @Override
        public void control(ToPlayer message) {}

        @Override
        public void media(MediaMessage message) {
            media.add(message);
        }

        @Override
        public void ended() {}
    }

    private void keyFrame() {
        stream.accept(0, new AccessUnit(MediaKind.VIDEO, true, false, 1, 0, Payload.copyOf(new byte[1])));
    }

    @Test
    void whoComesToACameraThatIsAlwaysOnSeesNoFrameOfTheTimeWhenItWasLastWatched() {
        stream.begin(MediaKind.VIDEO, List.of(Track.of(0, Track.MAIN, new JpegConfig(), VideoShape.of(16, 16))));
        report.live("a camera");
        report.sending(true);
        keyFrame();
        report.sending(false);
        stream.join(new Viewer());
        assertThat(media).isEmpty();
        report.sending(true);
        keyFrame();
        assertThat(media).hasSize(1);
    }
}
