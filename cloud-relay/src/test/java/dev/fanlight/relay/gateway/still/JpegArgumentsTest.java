package dev.fanlight.relay.gateway.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.bitstream.AspectRatio;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JpegArgumentsTest {

    @Test
    void widerVideoIsMadeSmallerAndNarrowerIsLeft() {
        assertThat(filters(VideoShape.of(1920, 1080), 1280)).contains("scale=1280:720");
        assertThat(filters(VideoShape.of(640, 361), 1280)).contains("scale=640:362");
        assertThat(filters(VideoShape.of(3840, 2160), 0)).contains("scale=3840:2160");
        assertThat(filters(VideoShape.of(16384, 1), 2)).contains("scale=2:2");
    }

    @Test
    void samplesThatAreNotSquareAreStretched() {
        VideoShape anamorphic = new VideoShape(720, 576, new AspectRatio(16, 11), 0, OptionalDouble.empty());
        assertThat(filters(anamorphic, 0)).contains("scale=1048:576");
    }

    @Test
    void aCameraOnItsSideIsTurnedAndAsWideAsWantedWhenItIsShown() {
        VideoShape turned = VideoShape.of(1920, 1080).withRotation(90);
        assertThat(filters(turned, 540)).contains("scale=960:540").contains("transpose=clock");
        assertThat(filters(VideoShape.of(640, 360).withRotation(180), 0)).endsWith("hflip,vflip");
        assertThat(filters(VideoShape.of(640, 360).withRotation(270), 0)).endsWith("transpose=cclock");
    }

    @Test
    void framesAreChosenByTheirDistance() {
        List<String> arguments = JpegArguments.ofFrames(track(VideoShape.of(640, 360)), new StillConfig(5, 0));
        assertThat(arguments.get(arguments.indexOf("-vf") + 1)).contains("gte(t-prev_selected_t\\,0.195)");
    }

    private static String filters(VideoShape shape, int maxWidth) {
        List<String> arguments = JpegArguments.ofKeyFrames(track(shape), new StillConfig(0, maxWidth));
        return arguments.get(arguments.indexOf("-vf") + 1);
    }

    private static Track track(VideoShape shape) {
        return Track.of(0, Track.MAIN, new Vp8Config(), shape);
    }
}
