package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Publish;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.NginxRtmp;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page publishes H.264 and Opus; a server that takes AAC only is sent the same video with AAC. */
@StartsProcesses
class PushedSoundScenarioTest {

    private static final String KEY = "secret-of-the-stream";
    private static final long EPOCH = 7;
    private static final long ROUND_MILLIS = 500;
    private static final int MOST_ROUNDS = 100;

    @TempDir
    private Path temp;

    @Test
    void opusOfAPageArrivesAsAacBesideTheVideoAsItIs() throws Exception {
        FlvClip clip = videoWithOpus();
        try (NginxRtmp nginx = NginxRtmp.start(temp.resolve("nginx"));
                TestRelay relay = pushing(nginx.address())) {
            relay.invite("front");
            TestAgent page = relay.page();
            page.send(new Publish(RtmpRelay.newKey(relay, "front").getString("key"), "test"));
            page.expect(Accepted.class);
            clip.announce(page, EPOCH);
            clip.send(page, EPOCH, 0, 1);
            Await.until(
                    "it is pushed",
                    () -> relay.server()
                            .describe()
                            .get("gateway-out")
                            .toString()
                            .contains("state=live"));
            Process probe = probe(nginx.address() + "/" + KEY);
            // When nginx has the player cannot be seen from outside, so the clip is repeated until it has enough.
            for (int round = 1; !probe.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS); round++) {
                assertThat(round).as("rounds of the clip").isLessThan(MOST_ROUNDS);
                clip.announce(page, EPOCH + round);
                clip.send(page, EPOCH + round, 0, clip.units.size());
            }
            assertThat(FlvFfmpeg.output(probe).lines().filter(line -> !line.isBlank()))
                    .containsExactlyInAnyOrder("h264,320,240", "aac,48000");
        }
    }

    private FlvClip videoWithOpus() throws Exception {
        FlvClip clip = FlvClip.of(
                Files.readAllBytes(new FlvFfmpeg(temp).clip("-s", "320x240", "-an", "-c:v", "libx264", "-bf", "0")));
        FlvClip sound = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h265-opus.flv")));
        sound.tracks.stream().filter(track -> track.kind() == MediaKind.AUDIO).forEach(clip.tracks::add);
        clip.units.addAll(sound.of(MediaKind.AUDIO));
        clip.units.sort(Comparator.comparingLong(AccessUnit::captureMicros)
                .thenComparing(unit -> unit.kind() == MediaKind.AUDIO));
        return clip;
    }

    private TestRelay pushing(String target) {
        Map<String, String> settings = Map.of(
                "gateways.out.type", "push",
                "gateways.out.camera", "front",
                "gateways.out.target", target,
                "gateways.out.key", KEY,
                "gateways.out.networks", "127.0.0.0/8, ::1",
                "gateways.out.sound", "aac");
        return TestRelay.start(
                temp.resolve("source"),
                RelayTimeouts.STANDARD,
                RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(settings)
                        .read()));
    }

    private static Process probe(String address) throws Exception {
        return new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_entries",
                        "stream=codec_name,width,height,sample_rate",
                        "-of",
                        "csv=p=0",
                        address)
                .redirectErrorStream(true)
                .start();
    }
}
