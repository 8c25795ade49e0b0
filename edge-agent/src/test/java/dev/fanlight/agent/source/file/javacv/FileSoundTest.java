package dev.fanlight.agent.source.file.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.testing.CollectedMedia.Encoded;
import dev.fanlight.agent.testing.DecodedOpus;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound of files beside video that is encoded, and sound that is encoded itself. */
class FileSoundTest {

    private static final int AUDIO = 2;
    private static final Map<String, String> ENCODED = Map.of("camera.audio", "auto", "camera.encode", "software");
    private static final Map<String, String> PASSED = Map.of("camera.audio", "auto");

    @RegisterExtension
    private final GeneratedVideo video = new GeneratedVideo();

    private static List<AccessUnit> sound(FileSourceRun run) {
        return run.output.all.stream()
                .filter(one -> one.track() == AUDIO)
                .map(Encoded::unit)
                .toList();
    }

    /** Black with one white frame at each full second, and a click of 1 kHz in 48 or 44.1 kHz at the same time. */
    private Path clapper(String name, String codec) throws Exception {
        return video.make(
                name,
                "-f lavfi -i color=black:size=64x48:rate=25:duration=4"
                        + " -f lavfi -i aevalsrc=exprs=if(lt(mod(t\\,1)\\,0.02)\\,0.5*sin(2*PI*1000*t)\\,0):s=44100:d=4"
                        + " -vf drawbox=c=white:t=fill:enable=lt(mod(t\\,1)\\,0.04) -c:v libx264 -bf 2 -g 25 -pix_fmt yuv420p "
                        + codec);
    }

    private static boolean isWhite(RawFrame frame) {
        return (frame.data()[frame.format().lumaBytes() / 2] & 0xFF) > 128;
    }

    @Test
    void aacBesideVideoThatIsEncodedIsPassedThroughInTheOrderOfCapture() throws Exception {
        try (FileSourceRun run = FileSourceRun.of(Footage.CARS, ENCODED).units(1000)) {
            assertThat(run.source().describe()).contains("encoded here with sound");
            assertThat(run.output.announced).hasSize(1);
            Track track = run.output.announced.get(0).get(0);
            assertThat(track.kind()).isEqualTo(MediaKind.AUDIO);
            assertThat(track.config().codec()).isEqualTo("mp4a.40.2");
            List<AccessUnit> sound = sound(run);
            assertThat(run.output.frames).hasSizeGreaterThan(150);
            assertThat(sound).hasSizeGreaterThan(600);
            long framesEnd = run.output.frames.get(run.output.frames.size() - 1).captureMicros();
            assertThat(sound.get(sound.size() - 1).captureMicros()).isBetween(framesEnd - 150_000, framesEnd + 150_000);
            for (int i = 1; i < sound.size(); i++) {
                assertThat(sound.get(i).captureMicros())
                        .isGreaterThan(sound.get(i - 1).captureMicros());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-c:a pcm_s16le",
                "-c:a mp2",
                "-c:a ac3",
                "-c:a vorbis -strict -2 -ac 2",
                "-c:a pcm_alaw -ar 8000",
                "-c:a flac"
            })
    void clicksStayAtTheirFramesWhateverTheirCodecWas(String codec) throws Exception {
        try (FileSourceRun run =
                FileSourceRun.of(clapper("clapper.mkv", codec), ENCODED).units(600)) {
            Track track = run.output.announced.get(0).get(0);
            assertThat(track.config().codec()).isEqualTo("opus");
            int channels = ((AudioShape) track.shape()).channels();
            assertThat(channels).isEqualTo(codec.contains("-ac 2") ? 2 : 1);
            List<Long> clicks = DecodedOpus.onsets(DecodedOpus.of(sound(run), channels));
            List<Long> flashes = run.output.frames.stream()
                    .filter(FileSoundTest::isWhite)
                    .map(RawFrame::captureMicros)
                    .toList();
            assertThat(clicks).hasSizeGreaterThan(6);
            assertThat(flashes).hasSizeGreaterThan(6);
            List<Long> distances = clicks.stream()
                    .map(click -> flashes.stream()
                            .map(flash -> Math.abs(click - flash))
                            .min(Comparator.naturalOrder())
                            .orElseThrow())
                    .toList();
            assertThat(distances.subList(0, 4))
                    .as("within the file")
                    .allSatisfy(distance -> assertThat(distance).isLessThan(1_000));
            assertThat(distances)
                    .as("over its end")
                    .allSatisfy(distance -> assertThat(distance).isLessThan(40_000));
        }
    }

    @Test
    void soundThatIsEncodedBesideVideoThatIsPassedThroughStaysAtItsFrames() throws Exception {
        Path file = video.make(
                "tone.mkv",
                "-f lavfi -i testsrc2=size=64x48:rate=10:duration=3 -f lavfi -i sine=frequency=440:duration=3"
                        + " -c:v libx264 -bf 0 -g 10 -pix_fmt yuv420p -profile:v baseline -c:a pcm_s16le -ac 2");
        try (FileSourceRun run = FileSourceRun.of(file, PASSED).units(400)) {
            assertThat(run.output.announced.get(0))
                    .extracting(Track::kind)
                    .containsExactly(MediaKind.VIDEO, MediaKind.AUDIO);
            assertThat(run.output.announced.get(0).get(1).shape()).isEqualTo(new AudioShape(48_000, 2));
            List<AccessUnit> sound = sound(run);
            long videoEnd = run.output.units.get(run.output.units.size() - 1).captureMicros();
            assertThat(sound.get(sound.size() - 1).captureMicros()).isBetween(videoEnd - 200_000, videoEnd + 200_000);
        }
    }

    @Test
    void aacOfATransportStreamIsPublishedWithoutItsHeaders() throws Exception {
        try (FileSourceRun run =
                FileSourceRun.of(clapper("clapper.ts", "-c:a aac"), ENCODED).units(200)) {
            assertThat(run.output.announced.get(0).get(0).config().codec()).isEqualTo("mp4a.40.2");
            assertThat(sound(run))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(unit -> assertThat(unit.payload().bytes().getShort() & 0xFFF6)
                            .isNotEqualTo(0xFFF0));
        }
    }

    @Test
    void withoutSoundInTheFileThereIsNoTrackOfIt() throws Exception {
        try (FileSourceRun run = FileSourceRun.of(Footage.PERSON, PASSED).units(50)) {
            assertThat(run.output.announced).containsExactly(List.of());
            assertThat(run.source().describe()).doesNotContain("sound");
        }
    }

    @Test
    void soundIsOffByDefault() throws Exception {
        try (FileSourceRun run = FileSourceRun.of(Footage.CARS, Map.of("camera.encode", "software"))
                .units(50)) {
            assertThat(run.output.announced).containsExactly(List.of());
            assertThat(run.output.all).isEmpty();
        }
    }

    @Test
    void brokenSoundEndsNeitherItselfNorTheVideo() throws Exception {
        Path file = clapper("broken.mkv", "-c:a ac3");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x0B && bytes[i + 1] == 0x77) {
                bytes[i + 4] = (byte) 0xFF;
            }
        }
        Path broken = video.path("broken2.mkv");
        Files.write(broken, bytes);
        try (FileSourceRun run = FileSourceRun.of(broken, ENCODED).units(100)) {
            assertThat(run.output.frames).hasSizeGreaterThanOrEqualTo(50);
        }
    }
}
