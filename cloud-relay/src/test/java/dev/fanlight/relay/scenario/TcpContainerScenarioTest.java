package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.ContainerRelay;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that can do nothing but {@code ffmpeg … tcp://HOST:PORT}. */
@StartsProcesses
class TcpContainerScenarioTest {

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    /** The lines with which people feed a page through a server of Node: fragmented MP4, and VP8 in WebM. */
    @Test
    void bothWellKnownLinesArriveAtTheirPorts() throws IOException {
        Path state = temp.resolve("state");
        String key;
        TestCamera camera;
        try (ContainerRelay first = ContainerRelay.start(state, ContainerTimeouts.STANDARD)) {
            camera = first.relay().invite("front");
            key = first.newKey("front");
        }
        int mp4 = FreePort.next();
        int webm = FreePort.next();
        Map<String, String> settings = Map.of(
                "gateways.a.type",
                "tcp",
                "gateways.a.tcp_port",
                "" + mp4,
                "gateways.a.format",
                "mp4",
                "gateways.a.publish_key",
                key,
                "gateways.b.type",
                "tcp",
                "gateways.b.tcp_port",
                "" + webm,
                "gateways.b.format",
                "webm",
                "gateways.b.publish_key",
                key);
        var factories = RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(settings).read());
        try (ContainerRelay in =
                ContainerRelay.start(state, ContainerTimeouts.STANDARD, factories.toArray(new GatewayFactory[0]))) {
            Path file = FlvFile.make(temp, "-bf 0");
            SeenMedia seen = in.watch(camera);
            FfmpegRun.run("-re -i " + file + " -c copy -f mp4 -movflags empty_moov+default_base_moof+frag_every_frame"
                    + " tcp://127.0.0.1:" + mp4);
            FlvFile clip = FlvFile.read(file);
            seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
            seen.expect(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));

            SeenMedia vp8 = in.watch(camera);
            FfmpegRun.run("-re -i " + file + " -an -c:v libvpx -deadline realtime -cpu-used 8 -g 10 -f webm"
                    + " tcp://127.0.0.1:" + webm);
            Await.until("its frames", () -> vp8.headers(MediaKind.VIDEO).size() >= 50);
        }
        assertThat(processes.list()).isEmpty();
    }

    @Test
    void peersOfOtherNetworksAndOneTooManyAreClosedUnread() throws IOException {
        int port = FreePort.next();
        Map<String, String> settings = Map.of(
                "gateways.a.type", "tcp",
                "gateways.a.tcp_port", "" + port,
                "gateways.a.format", "flv",
                "gateways.a.publish_key", "anything",
                "gateways.a.sources", "192.0.2.0/24");
        var factories = RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(settings).read());
        try (ContainerRelay in =
                        ContainerRelay.start(temp.resolve("state"), ContainerTimeouts.STANDARD, factories.get(0));
                RawHttp peer = RawHttp.plain(port)) {
            Await.until("it is closed", peer::isClosed);
            assertThat(in.relay().server().counters().get(RelayCounter.ADDRESSES_LIMITED))
                    .isEqualTo(1);
            assertThat(in.relay().server().counters().get(RelayCounter.PUBLISHERS_REFUSED))
                    .isZero();
        }
    }
}
