package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.relay.gateway.webrtc.WebRtcTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WebRtcRelay;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera’s stream is pushed on by WHIP, to another relay. */
class WhipPushScenarioTest {

    private static final long EPOCH = 7;

    @TempDir
    private Path temp;

    private WebRtcRelay target;
    private TestCamera copy;
    private TestRelay source;
    private TestAgent agent;
    private FlvClip clip;

    @BeforeEach
    void start() throws Exception {
        target = WebRtcRelay.start(temp.resolve("target"), WebRtcTimeouts.STANDARD);
        copy = target.relay().invite("copy");
        clip = WebRtcRelay.clip();
    }

    @AfterEach
    void stop() {
        if (source != null) {
            source.close();
        }
        target.close();
    }

    @Test
    void anotherRelayTakesAPushWithItsSound() {
        pushing(
                RtmpRelay.newKey(target.relay(), "copy").getString("key"),
                Map.of("gateways.out.networks", "127.0.0.0/8"));
        publish(0, 2);
        awaitState("live");
        SeenMedia seen = watch();
        Await.until(
                "the camera is asked for a key frame",
                () -> agent.received.stream().anyMatch(KeyFrameRequest.class::isInstance));
        clip.announce(agent, EPOCH + 1);
        sendUnitByUnit(seen);
        Await.until("sound too", () -> seen.headers(MediaKind.AUDIO).size() > 10);
        assertThat(seen.headers(MediaKind.VIDEO).get(0).isKey()).isTrue();
    }

    @Test
    void aWrongKeyIsReportedAndTriedAgain() {
        pushing("wrong", Map.of("gateways.out.networks", "127.0.0.0/8"));
        publish(0, 2);
        awaitState("failed");
        assertThat(source.server().describe().get("gateway-out").toString()).doesNotContain("wrong");
        Await.until("the owner reads why", () -> problems().contains("the target refuses the key"));
    }

    @Test
    void anAddressInAPrivateNetworkIsRefused() {
        pushing("any", Map.of());
        publish(0, 2);
        Await.until("the owner reads why", () -> problems().contains("is in a private network"));
    }

    /** One after the other, each when the video so far is at the target: what comes faster than a busy computer reads is dropped by its kernel. */
    private void sendUnitByUnit(SeenMedia seen) {
        int videos = 0;
        for (int i = 0; i < clip.units.size(); i++) {
            clip.send(agent, EPOCH + 1, i, i + 1);
            videos += clip.units.get(i).kind() == MediaKind.VIDEO ? 1 : 0;
            // The last one is complete when the next one comes.
            int there = videos - 1;
            Await.until(
                    "the video so far is there",
                    () -> seen.headers(MediaKind.VIDEO).size() >= there);
        }
    }

    private String problems() {
        return source.host().get("/status").expect(200).json().toString();
    }

    private void pushing(String key, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "gateways.out.type",
                "push",
                "gateways.out.camera",
                "front",
                "gateways.out.target",
                "whip://127.0.0.1:" + target.relay().plainPort() + "/c/copy/whip",
                "gateways.out.key",
                key));
        all.putAll(settings);
        source = TestRelay.start(
                temp.resolve("source"),
                RelayGateways.KINDS.configured(
                        new SettingsReader(RelayGateways.SCHEMA).overrides(all).read()));
        agent = source.publishing(source.invite("front"));
    }

    private void publish(int from, int to) {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, from, to);
    }

    private void awaitState(String state) {
        Await.until(
                "the push is " + state,
                () -> source.server().describe().get("gateway-out").toString().contains("state=" + state));
    }

    private SeenMedia watch() {
        TestViewer viewer = target.relay().viewer();
        SeenMedia seen = SeenMedia.of(viewer);
        target.relay().watching(copy, viewer);
        return seen;
    }
}
