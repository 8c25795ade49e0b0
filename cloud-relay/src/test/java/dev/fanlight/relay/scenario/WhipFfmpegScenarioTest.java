package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.webrtc.WebRtcTimeouts;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WebRtcRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FFmpeg 8, which is the relay’s own, publishes by WHIP. */
@StartsProcesses
class WhipFfmpegScenarioTest {

    @TempDir
    private Path temp;

    @Test
    void ffmpegPublishesVideoAndSound() {
        try (WebRtcRelay rtc = WebRtcRelay.start(temp.resolve("state"), WebRtcTimeouts.STANDARD)) {
            TestCamera camera = rtc.relay().invite("front");
            String key = RtmpRelay.newKey(rtc.relay(), "front").getString("key");
            TestViewer viewer = rtc.relay().viewer();
            SeenMedia seen = SeenMedia.of(viewer);
            rtc.relay().watching(camera, viewer);
            Path clip = RtmpRelay.MEDIA.resolve("h264-opus.mkv");
            try (FfmpegRun publisher = FfmpegRun.bundled("-re -stream_loop 20 -i " + clip
                    + " -c:v copy -c:a libopus -ac 2 -f whip -handshake_timeout 30000 -authorization " + key + " "
                    + rtc.uri("/c/front/whip"))) {
                Await.until(
                        "frames and sound",
                        () -> !publisher.isRunning()
                                || (seen.headers(MediaKind.VIDEO).size() > 10
                                        && seen.headers(MediaKind.AUDIO).size() > 10));
                assertThat(publisher.isRunning()).isTrue();
            }
            assertThat(seen.headers(MediaKind.VIDEO).get(0).isKey()).isTrue();
        }
    }
}
