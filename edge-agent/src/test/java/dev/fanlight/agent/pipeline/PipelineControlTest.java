package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.settings.SettingsReader;
import java.util.Map;
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
    void levelsAreThoseThatMakeADifferenceToTheSource() {
        assertThat(control.levels()).containsExactly(SendLevel.values());
        control.passedThrough(true);
        assertThat(control.levels()).containsExactly(SendLevel.FULL, SendLevel.KEY_FRAMES);
    }

    @Test
    void aSourceWithASecondStreamIsAskedForThatAndNothingIsEncodedSmall() {
        PipelineControl other = new PipelineControl(
                CameraSettings.of(new SettingsReader(AgentSettings.all())
                        .overrides(Map.of("camera.source", "file:a.mp4", "camera.substream", "file:b.mp4"))
                        .read()),
                time);
        other.passedThrough(true);
        assertThat(other.levels()).containsExactly(SendLevel.FULL, SendLevel.SMALL, SendLevel.KEY_FRAMES);
        other.level(SendLevel.SMALL);
        assertThat(other.isSmall()).isTrue();
        assertThat(other.encodesSmall()).isFalse();
    }

    @Test
    void theSmallRenditionInThePlaceOfTheMainOneTakesItsRequests() {
        control.level(SendLevel.SMALL);
        control.bitRate(90_000);
        control.keyFrame(MAIN);
        assertThat(control.small().bitRate()).isEqualTo(90_000);
        assertThat(control.small().keyFrames().take()).isTrue();
        assertThat(control.of(Rendition.MAIN).keyFrames().take()).isFalse();
    }

    @Test
    void theBitrateThatFollowsTheNetworkIsThatOfTheMainRendition() {
        control.bitRate(300_000);
        assertThat(control.of(Rendition.MAIN).bitRate()).isEqualTo(300_000);
        assertThat(control.of(Rendition.LOW).bitRate()).isEqualTo(150_000);
    }
}
