package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.settings.SettingsReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineControlTest {

    private static final int MAIN = Rendition.MAIN.track();
    private static final int LOW = Rendition.LOW.track();

    private final ManualTime time = new ManualTime();
    private final PipelineControl control =
            new PipelineControl(CameraSettings.of(new SettingsReader(AgentSettings.all()).read()), time);

    @Test
    void theCameraRunsWhicheverTrackIsDemanded() {
        control.demand(1, Set.of(LOW));
        assertThat(control.camera().isWanted()).isTrue();
    }

    @Test
    void theLastDemandStaysValidWhileTheCameraLingers() {
        control.demand(1, Set.of(LOW));
        control.demand(0, Set.of());
        time.advance(TrackDemand.LINGER);
        assertThat(control.camera().isWanted()).isTrue();
        assertThat(control.tracks().among(Set.of(MAIN, LOW))).containsExactly(LOW);
    }

    @Test
    void aKeyFrameIsRequestedOfOneRenditionAndNeverRewindsAPassedSource() {
        control.keyFrame(LOW);
        assertThat(control.of(Rendition.MAIN).keyFrames().take()).isFalse();
        assertThat(control.of(Rendition.LOW).keyFrames().take()).isTrue();
        control.keyFrame(MAIN);
        assertThat(control.of(Rendition.MAIN).keyFrames().take()).isTrue();
        assertThat(control.restart().take()).isFalse();
        control.connected();
        assertThat(control.restart().take()).isTrue();
    }

    @Test
    void theBitrateThatFollowsTheNetworkIsThatOfTheMainRendition() {
        control.bitRate(300_000);
        assertThat(control.of(Rendition.MAIN).bitRate()).isEqualTo(300_000);
        assertThat(control.of(Rendition.LOW).bitRate()).isEqualTo(150_000);
    }
}
