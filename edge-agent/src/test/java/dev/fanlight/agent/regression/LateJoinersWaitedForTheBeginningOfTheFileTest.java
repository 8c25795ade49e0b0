package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream with one key frame was passed through: late joiners could not begin in its middle. */
@StartsProcesses
class LateJoinersWaitedForTheBeginningOfTheFileTest {

    private static final String TINY = "-f lavfi -i testsrc2=size=96x64:rate=25:duration=";
    private static final String X264 = " -c:v libx264 -preset ultrafast -bf 0 -pix_fmt yuv420p ";

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    @Test
    void intraRefreshIsEncodedHere() throws Exception {
        assertEncoded(
                videos.make("refresh.mp4", TINY + 45 + X264 + "-g 50 -x264-params intra-refresh=1"),
                "has no key frame for more than 10 s, and new viewers would wait for one");
    }

    @Test
    void intraRefreshOfLargeFramesIsEncodedHere() throws Exception {
        assertEncoded(
                videos.make(
                        "refresh.mp4",
                        "-f lavfi -i color=gray:size=320x180:rate=25:duration=10,noise=alls=60:allf=t+u" + X264
                                + "-g 25 -x264-params intra-refresh=1 -b:v 12M -maxrate 12M -bufsize 6M"),
                "refreshes its frames bit by bit instead of sending key frames, and new viewers would wait");
    }

    @Test
    void aVeryLongGopIsEncodedHere() throws Exception {
        assertEncoded(
                videos.make("long.mkv", TINY + 45 + X264 + "-g 100000 -keyint_min 100000 -sc_threshold 0"),
                "has no key frame for more than 10 s, and new viewers would wait for one");
    }

    @Test
    void aStreamWithoutAnyKeyFrameIsEncodedHere() throws Exception {
        Path refresh = videos.make("refresh.mkv", TINY + 8 + X264 + "-g 25 -x264-params intra-refresh=1");
        assertEncoded(
                videos.make("cut.mkv", "-i IN -c copy -bsf:v noise=drop=lt(n\\,10)", refresh),
                "does not begin with a key frame");
    }

    @Test
    void aFileThatARelayKeepsAsAWholeIsPassedThrough() throws Exception {
        Path file = videos.make("short.mp4", TINY + 15 + X264 + "-g 100000 -keyint_min 100000 -sc_threshold 0");
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(2000)) {
            assertThat(run.output.units.stream().filter(AccessUnit::key).count())
                    .isGreaterThan(4);
        }
    }

    @Test
    void whereNothingMayBeEncodedItIsPassedThrough() throws Exception {
        Path file = videos.make("long.mkv", TINY + 45 + X264 + "-g 100000 -keyint_min 100000 -sc_threshold 0");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "none")).units(1000)) {
            assertThat(run.output.units).hasSize(1000);
        }
    }

    private static void assertEncoded(Path file, String why) throws Exception {
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(3)) {
            assertThat(run.source().describe()).endsWith("encoded here, because it " + why);
        }
    }
}
