package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attached picture was played as video: it cannot be seeked in, and the page flickered. */
@StartsProcesses
class CoverArtWasTakenForVideoTest {

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    private Path cover;

    @BeforeEach
    void begin() throws Exception {
        cover = videos.make("cover.jpg", "-f lavfi -i testsrc2=size=640x640 -frames:v 1 -pix_fmt yuvj420p");
    }

    @ParameterizedTest
    @CsvSource({"song.m4a, aac", "song.mp3, libmp3lame", "song.flac, flac"})
    void audioWithACoverIsNoVideo(String name, String codec) throws Exception {
        Path song = videos.make(
                name,
                "-f lavfi -i sine=duration=2 -i IN -map 0:a -map 1:v -c:a " + codec
                        + " -c:v copy -disposition:v attached_pic",
                cover);
        assertThatThrownBy(() -> FileSourceRun.of(song, Map.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("is not a video that can be read here (mp4 or mkv).");
    }

    @Test
    void videoWithALargerCoverIsTheVideo() throws Exception {
        Path video = videos.passable("video.mp4", 160, 90, 25, 1);
        Path film = videos.make(
                "film.mp4",
                "-i IN -i IN -map 0:v -map 1:v -c copy -disposition:v:0 attached_pic -disposition:v:1 default",
                cover,
                video);
        try (FileSourceRun run = FileSourceRun.of(film, Map.of()).units(60)) {
            assertThat(run.source().describe()).contains("160x90").contains("passed through");
        }
    }
}
