package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A packet whose NAL unit lengths are wrong made the file begin again, over and over; nothing behind it was ever shown. */
@StartsProcesses
class ADamagedFrameEndedAFileTest {

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    /** Bytes of every so many packets of five GOPs are changed, their NAL unit lengths too. */
    private Path damaged(String expression) throws Exception {
        Path good = videos.passable("good.mkv", 96, 64, 25, 5);
        return videos.make("damaged.mkv", "-i IN -c copy -bsf:v noise=amount=" + expression, good);
    }

    @Test
    void passedThroughTheFramesUpToTheNextKeyFrameAreSkippedAndCounted() throws Exception {
        Path file = damaged("if(eq(n\\,60)\\,1\\,0)");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "none")).units(600)) {
            assertThat(run.output.notices)
                    .first()
                    .asString()
                    .startsWith("Frames dropped because damaged.mkv is damaged: ");
            assertThat(run.output.units.get(60).key()).isTrue();
        }
    }

    @Test
    void encodedHereTheyAreCountedToo() throws Exception {
        Path file = damaged("if(eq(n\\,60)\\,1\\,0)");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "software")).units(300)) {
            assertThat(run.output.notices)
                    .first()
                    .asString()
                    .startsWith("Frames dropped because damaged.mkv is damaged: ");
        }
    }

    @Test
    void aFileOfNothingElseFails() throws Exception {
        Path file = damaged("1");
        assertThatThrownBy(() -> FileSourceRun.of(file, Map.of()).units(10)).isInstanceOf(SourceException.class);
    }
}
