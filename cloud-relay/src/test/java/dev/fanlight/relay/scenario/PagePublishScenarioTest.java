package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Publish;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page publishes with a publish key: as an agent does from then on, with the rights of a key and no more. */
class PagePublishScenarioTest {

    /** More than a frame of an agent may have. */
    private static final int LARGE = 300_000;

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera camera;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"));
        camera = relay.invite("front");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void whatAPageSendsArrivesAndIsAcknowledged() {
        TestAgent page = publishing();
        page.announce();
        TestViewer viewer = relay.watching(camera);
        viewer.expectState(StreamState.LIVE);
        page.frame(0, true, 1_000);
        page.sendWhole(TestAgent.media(1, false, LARGE));
        viewer.expectFrames(2);
        assertThat(viewer.corrupted()).isZero();
        assertThat(page.expect(Ack.class).track()).isZero();
    }

    @Test
    void aPageIsSentHowManyWatch() {
        TestAgent page = publishing();
        assertThat(page.expect(Demand.class).viewers()).isZero();
        relay.watching(camera);
        assertThat(page.expect(Demand.class).viewers()).isOne();
    }

    @Test
    void aKeyThatIsRevokedEndsThePage() {
        JsonObject key = RtmpRelay.newKey(relay, "front");
        TestAgent page = publishing(key.getString("key"));
        TestViewer viewer = relay.watching(camera);
        relay.host()
                .delete("/cameras/front/publish-keys/" + key.getString("id"))
                .expect(204);
        page.assertClosed(CloseReason.NOT_AUTHENTIC.code(), CloseReason.NOT_AUTHENTIC.wireName());
        viewer.expectState(StreamState.OFFLINE);
    }

    @Test
    void aWrongKeyIsRefusedAndCountsAsAGuess() {
        TestAgent page = relay.page();
        page.send(new Publish("aaaaaaaaaaaaaaaaaaaaaaaaaa", "test"));
        page.assertClosed(CloseReason.NOT_AUTHENTIC.code(), CloseReason.NOT_AUTHENTIC.wireName());
        assertThat(relay.server().counters().get(RelayCounter.PUBLISHERS_REFUSED))
                .isOne();
    }

    @Test
    void aNewerPublisherOfTheCameraTakesThePlaceOfAPage() {
        TestAgent page = publishing();
        TestAgent other = publishing();
        page.assertClosed(CloseReason.REPLACED.code(), CloseReason.REPLACED.wireName());
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void aPageCannotMakeLinks() {
        TestAgent page = publishing();
        page.send(new Share("abcdefgh"));
        assertThat(page.expect(ShareRefused.class).reason()).isEqualTo(ShareRefusal.OFF);
    }

    @Test
    void aPageCannotWriteInTheChatAsTheCamera() {
        TestAgent page = publishing();
        page.send(new ChatSend("abcdefgh", "I am the camera."));
        assertThat(page.expect(ChatRefused.class).reason()).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void anythingButAKeyIsAnErrorOfTheProtocol() {
        TestAgent page = relay.page();
        page.send(new Source(SourceState.LIVE, Optional.empty()));
        page.assertClosed(CloseReason.PROTOCOL_ERROR.code(), CloseReason.PROTOCOL_ERROR.wireName());
    }

    @Test
    void anAgentCannotPresentAKeyInPlaceOfItsSignature() {
        String key = RtmpRelay.newKey(relay, "front").getString("key");
        TestAgent agent = relay.agent();
        agent.send(new Publish(key, "test"));
        agent.assertClosed(CloseReason.PROTOCOL_ERROR.code(), CloseReason.PROTOCOL_ERROR.wireName());
    }

    @Test
    void aPageOfAnotherOriginGetsNoSocket() {
        assertThatThrownBy(() -> TestAgent.page(relay.client(), relay.plainPort(), "http://evil.example"))
                .hasMessageContaining("403");
    }

    @Test
    void onlyThePublishPageMayUseCamerasAndMicrophones() throws IOException {
        assertThat(permissions("/publish")).contains("camera=(self)", "microphone=(self)", "display-capture=(self)");
        assertThat(permissions("/w/front")).contains("camera=()", "microphone=()", "display-capture=()");
    }

    private String permissions(String path) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + relay.plainPort() + "\r\n\r\n");
            return http.head()
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("permissions-policy: "))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private TestAgent publishing() {
        return publishing(RtmpRelay.newKey(relay, "front").getString("key"));
    }

    private TestAgent publishing(String key) {
        TestAgent page = relay.page();
        page.send(new Publish(key, "test"));
        assertThat(page.expect(Accepted.class).camera()).isEqualTo("front");
        return page;
    }
}
