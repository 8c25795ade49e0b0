package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.LocalAccess;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.PreviewViewer;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.MediaDelivery;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.testing.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent that streams to a relay and shows its camera on its own network too: real sockets, real encoders. */
class PreviewScenarioTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final TestAuthority authority = TestAuthority.shared();

    /** No viewers at the relay. */
    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(0));

    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Set<Integer>> announced = new CopyOnWriteArrayList<>();
    private final List<byte[]> encoded = new CopyOnWriteArrayList<>();
    private final FanlightAgent agent = start();

    private FanlightAgent start() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        return FanlightAgent.start(
                List.of(FanlightAgent.builder()
                        .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                        .source("test")
                        .set(AgentSettings.WIDTH, "640")
                        .set(AgentSettings.HEIGHT, "360")
                        .set(AgentSettings.LINGER, "1ms")
                        .listener(new Recorder())
                        .mediaListener(new Recorder())
                        .build()),
                new LocalAccess(Optional.of(new ListenAddress("127.0.0.1", 0)), Optional.empty()));
    }

    private final class Recorder implements AgentListener, MediaSink {

        @Override
        public void shown(List<String> where) {
            addresses.addAll(where);
        }

        @Override
        public void asleep() {
            events.add("asleep");
        }

        @Override
        public void begin(MediaKind kind, List<Track> tracks) {
            if (kind == MediaKind.VIDEO) {
                announced.add(tracks.stream().map(Track::id).collect(Collectors.toSet()));
            }
        }

        @Override
        public void accept(int track, AccessUnit unit) {
            encoded.add(unit.payload().toArray());
        }
    }

    @AfterEach
    void stop() {
        agent.close();
        relay.close();
    }

    private String address(int index) {
        Await.until("address " + index, () -> addresses.size() > index);
        return addresses.get(index);
    }

    private static SourceState lastState(RelayPeer peer) {
        List<Source> states = peer.all(Source.class);
        return states.get(states.size() - 1).state();
    }

    private static void plays(PreviewViewer viewer) {
        int before = viewer.media.size();
        Await.until("10 frames", () -> viewer.media.size() >= before + 10);
    }

    @Test
    void aViewerOnTheNetworkWakesTheCameraAndItSleepsWhenTheViewerIsGone() throws Exception {
        PreviewViewer viewer = PreviewViewer.watch(address(0));
        plays(viewer);
        assertThat(viewer.first(Welcome.class))
                .hasValueSatisfying(welcome -> assertThat(welcome.camera()).isEqualTo("front"));
        assertThat(viewer.first(Tracks.class).orElseThrow().tracks())
                .extracting(Track::name)
                .contains("main");
        assertThat(viewer.media.get(0).isKey()).isTrue();
        assertThat(viewer.media).extracting(header -> header.track()).containsOnly(0);
        int before = events.size();
        viewer.close();
        Await.until("asleep again", () -> events.size() > before);
        assertThat(relay.peer(0).media).isEmpty();
    }

    @Test
    void aLateJoinerIsSentTheStreamFromItsLastKeyFrameWithoutGaps() throws Exception {
        try (PreviewViewer first = PreviewViewer.watch(address(0))) {
            plays(first);
            try (PreviewViewer second = PreviewViewer.watch(address(1))) {
                plays(second);
                assertThat(second.media.get(0).isKey()).isTrue();
                for (int i = 1; i < second.media.size(); i++) {
                    assertThat(second.media.get(i).follows(second.media.get(i - 1)))
                            .isTrue();
                }
                Await.until("two viewers", () -> first.messages.contains(new Viewers(2)));
            }
        }
    }

    @Test
    void relayAndNetworkAreSentTheSameFramesAndTheMediaListenerGetsThemToo() throws Exception {
        try (PreviewViewer viewer = PreviewViewer.watch(address(0))) {
            plays(viewer);
            RelayPeer peer = relay.peer(0);
            assertThat(peer.media).isEmpty();
            peer.send(new Demand(1, Set.of(0)));
            Await.until("frames at the relay", () -> peer.media.size() >= 10);
            Set<Long> here =
                    viewer.media.stream().map(header -> header.captureMicros()).collect(Collectors.toSet());
            Await.until(
                    "the same capture times",
                    () -> peer.media.stream().anyMatch(header -> here.contains(header.captureMicros())));
            assertThat(peer.media.get(0).isKey()).isTrue();
            assertThat(peer.all(Source.class)).extracting(Source::state).last().isEqualTo(SourceState.LIVE);
            assertThat(announced).anySatisfy(ids -> assertThat(ids).contains(0));
            peer.send(new Demand(0, Set.of()));
            Await.until("the relay is told that the camera sleeps", () -> lastState(peer) == SourceState.ASLEEP);
            plays(viewer);
            assertThat(encoded).anySatisfy(bytes -> assertThat(bytes).isEqualTo(viewer.payloads.get(3)));
        }
    }

    @Test
    void aViewerThatAsksForNoMediaLetsTheCameraSleepAndIsServedAgain() throws Exception {
        try (PreviewViewer viewer = PreviewViewer.watch(address(0))) {
            plays(viewer);
            int before = events.size();
            viewer.send(new Prefer(Quality.AUTO, Latency.NORMAL, MediaDelivery.NONE));
            Await.until("asleep", () -> events.size() > before);
            viewer.send(new Prefer(Quality.AUTO, Latency.NORMAL));
            plays(viewer);
        }
    }

    @Test
    void theSmallRenditionIsSentToWhoPrefersItFromAKeyFrameOn() throws Exception {
        try (PreviewViewer viewer = PreviewViewer.watch(address(0))) {
            plays(viewer);
            viewer.send(new Prefer(Quality.LOW, Latency.NORMAL));
            Await.until("the small rendition", () -> viewer.media.stream().anyMatch(header -> header.track() == 1));
            assertThat(viewer.media.stream()
                            .filter(header -> header.track() == 1)
                            .findFirst())
                    .hasValueSatisfying(first -> assertThat(first.isKey()).isTrue());
            plays(viewer);
        }
    }

    @Test
    void aKeyIsGoodOnceAndAWrongOneNever() throws Exception {
        String address = address(0);
        assertThat(PreviewViewer.exchange(address.replaceFirst("#.{4}", "#aaaa"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(PreviewViewer.exchange(address).statusCode()).isEqualTo(200);
        assertThat(PreviewViewer.exchange(address).statusCode()).isEqualTo(404);
        assertThat(address(1)).isNotEqualTo(address);
    }

    @Test
    void withoutASessionNothingIsShown() throws Exception {
        PreviewViewer stranger = PreviewViewer.intrude(address(0));
        assertThat(stranger.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4404);
        assertThat(stranger.media).isEmpty();
    }

    @Test
    void whatIsNotExpectedEndsTheSocketAndNoOther() throws Exception {
        try (PreviewViewer good = PreviewViewer.watch(address(0))) {
            plays(good);
            PreviewViewer chatter = PreviewViewer.watch(address(1));
            chatter.send(new ChatSend("abcdefgh", "hello"));
            assertThat(chatter.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1002);
            PreviewViewer garbage = PreviewViewer.watch(address(2));
            garbage.sendText("{");
            assertThat(garbage.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1002);
            PreviewViewer flood = PreviewViewer.watch(address(3));
            flood.flood("{\"type\":\"ack\",\"track\":0,\"sequence\":0}", 100_000);
            assertThat(flood.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1013);
            plays(good);
        }
    }

    @Test
    void onlyThePageAndItsFilesAreServed() throws Exception {
        String base = "http://" + URI.create(address(0)).getAuthority();
        assertThat(get(base + "/w/front").body()).contains("data-chat=\"off\"", "src=\"../assets/");
        for (String path : List.of(
                "/", "/admin", "/assets/../index.html", "/assets/none.js", "/assets/%2e%2e/index.html", "/w/a/b")) {
            assertThat(get(base + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aPageOfAnotherSiteGetsNoSessionAndTheKeyStaysValid() throws Exception {
        String address = address(0);
        URI page = URI.create(address);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + page.getAuthority() + "/api/v1/session"))
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"camera\":\"front\",\"key\":\"" + page.getFragment() + "\"}"))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(PreviewViewer.exchange(address).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestForASessionThatIsNoObjectIsRefused() throws Exception {
        URI session = URI.create("http://" + URI.create(address(0)).getAuthority() + "/api/v1/session");
        for (String body : List.of("", "[]", "{\"camera\":\"front\"}")) {
            HttpRequest request = HttpRequest.newBuilder(session)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
        }
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
