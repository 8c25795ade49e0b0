package dev.fanlight.agent.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.MountSettings;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TurnedSourceTest {

    /** Two rows of four: the largest sample is the one at the top left. */
    private static final byte[] SAMPLES = {8, 7, 6, 5, 4, 3, 2, 1, 21, 22, 31, 32};

    private final NativeFramePool pool = new NativeFramePool(2);

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private CollectedOutput output(int rotation, boolean mirrored) throws Exception {
        CollectedOutput output = new CollectedOutput();
        try (TurnedSource source = new TurnedSource(new Four(), new MountSettings(rotation, mirrored), pool)) {
            source.next(output);
        }
        return output;
    }

    private byte[] turned(int rotation, boolean mirrored) throws Exception {
        return output(rotation, mirrored).frames.get(0).data();
    }

    @Test
    void framesAreTurnedClockwise() throws Exception {
        assertThat(turned(90, false)).containsExactly(4, 8, 3, 7, 2, 6, 1, 5, 21, 22, 31, 32);
        assertThat(turned(180, false)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 22, 21, 32, 31);
        assertThat(turned(270, false)).containsExactly(5, 1, 6, 2, 7, 3, 8, 4, 22, 21, 32, 31);
    }

    @Test
    void framesAreMirroredBeforeTheyAreTurned() throws Exception {
        assertThat(turned(0, true)).containsExactly(5, 6, 7, 8, 1, 2, 3, 4, 22, 21, 32, 31);
        assertThat(turned(90, true)).containsExactly(1, 5, 2, 6, 3, 7, 4, 8, 22, 21, 32, 31);
    }

    @Test
    void aQuarterTurnSwapsTheSidesAndKeepsTheCaptureTime() throws Exception {
        RawFrame frame = output(270, false).frames.get(0);
        assertThat(frame.format().size()).isEqualTo(new FrameSize(2, 4));
        assertThat(frame.captureMicros()).isEqualTo(4711);
    }

    @Test
    void ofVideoThatIsPassedThroughTheTrackSaysHowFarPlayersTurnIt() throws Exception {
        assertThat(shape(output(270, false)).rotation()).isEqualTo(0);
        assertThat(shape(output(180, false)).rotation()).isEqualTo(270);
    }

    private static VideoShape shape(CollectedOutput output) {
        return (VideoShape) output.video().get(0).shape();
    }

    /** A source whose tracks are turned by 90 degrees already. */
    private final class Four implements FrameSource {

        @Override
        public void next(SourceOutput output) {
            Track track = TestFormats.baseline().track(Rendition.MAIN);
            output.begin(List.of(
                    Track.of(track.id(), track.name(), track.config(), ((VideoShape) track.shape()).withRotation(90))));
            RawFrame frame = pool.acquire(new FrameFormat(new FrameSize(4, 2), 15, 0), 4711);
            frame.fill(SAMPLES);
            output.frame(frame);
        }

        @Override
        public String describe() {
            return "four";
        }

        @Override
        public void close() {}
    }
}
