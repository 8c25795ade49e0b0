package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.MessageType.Direction;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Reaction;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.relay.auth.MessageActions;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.testing.ApiCaller;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message that a peer may send, sent by everybody. */
class MessageMatrixTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera front;
    private ApiCaller host;

    @BeforeEach
    void start() {
        Path state = temp.resolve("state");
        relay = TestRelay.start(state);
        host = ApiCaller.host(state);
        front = relay.invite("front");
        relay.publishing(front);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void everyMessageThatAPeerMaySendAsksForSomething() {
        for (MessageType type : MessageType.values()) {
            assertThat(MessageActions.ofPlayer(type).isPresent())
                    .as(type.wireName())
                    .isEqualTo(type.directions().contains(Direction.PLAYER_TO_RELAY));
            assertThat(MessageActions.ofAgent(type).isPresent())
                    .as(type.wireName())
                    .isEqualTo(type.directions().contains(Direction.AGENT_TO_RELAY));
        }
    }

    @Test
    void strangersSayNothingButWhomTheyWantToWatch() {
        ofPlayers().filter(type -> type != MessageType.WATCH).forEach(type -> {
            TestViewer stranger = relay.viewer();
            stranger.send(message(type));
            stranger.assertClosed(1002, "protocol_error");
        });
        for (String camera : new String[] {"front", "nowhere"}) {
            TestViewer stranger = relay.viewer();
            stranger.send(new Watch(camera, Optional.empty(), Optional.empty(), OptionalLong.empty()));
            stranger.assertClosed(4404, "wrong_link");
        }
    }

    @Test
    void holderOfALinkLearnsWhatItAllows() {
        String[] roles = {"watch", "chat", "moderate"};
        for (int level = 0; level < roles.length; level++) {
            String key = key(roles[level]);
            for (MessageType type : ofPlayers().toList()) {
                check(roles[level] + " " + type, type, watching(key), level);
            }
        }
    }

    private static void check(String who, MessageType type, TestViewer viewer, int level) {
        FromPlayer message = message(type);
        viewer.send(message);
        switch (type) {
            case WATCH -> viewer.assertClosed(1002, "protocol_error");
            case ACK, PREFER, REACT -> stays(who, viewer);
            case TIME_REQUEST -> viewer.expect(TimeReply.class);
            case CHAT_SEND -> expect(viewer, level >= 1, ChatAccepted.class, ChatRefused.class);
            case RENAME -> expect(viewer, level >= 1, Renamed.class, RenameRefused.class);
            case MODERATE -> {
                ModerationResult result = viewer.expect(Moderated.class).result();
                assertThat(result).as(who).isEqualTo(level >= 2 ? ModerationResult.DONE : ModerationResult.NOT_ALLOWED);
            }
            case PTZ -> {
                HeadResult result = viewer.expect(PtzResult.class).answer().result();
                assertThat(result).as(who).isEqualTo(HeadResult.NOT_ALLOWED);
            }
            default -> throw new AssertionError("no row for " + type);
        }
    }

    private static void expect(
            TestViewer viewer, boolean may, Class<? extends Message> done, Class<? extends Message> refused) {
        Message answer = may ? viewer.expect(done) : viewer.expect(refused);
        if (answer instanceof ChatRefused refusal) {
            assertThat(refusal.reason()).isEqualTo(Refusal.NOT_ALLOWED);
        }
        if (answer instanceof RenameRefused refusal) {
            assertThat(refusal.reason()).isEqualTo(Refusal.NOT_ALLOWED);
        }
    }

    /** An acknowledgement is answered by nothing; the next question is. */
    private static void stays(String who, TestViewer viewer) {
        viewer.askForTime();
        viewer.expect(TimeReply.class);
        assertThat(viewer.isClosed()).as(who).isFalse();
    }

    @Test
    void agentsOfOtherCamerasSpeakLikeNoPlayer() {
        ofPlayers()
                .filter(type -> !type.directions().contains(Direction.AGENT_TO_RELAY))
                .forEach(type -> {
                    TestAgent agent =
                            relay.publishing(relay.invite(type.wireName().replace('_', '-')));
                    agent.send(message(type));
                    agent.assertClosed(1002, "protocol_error");
                });
    }

    private TestViewer watching(String key) {
        TestViewer viewer = relay.viewer();
        viewer.watch(front.name(), key);
        viewer.expect(Welcome.class);
        viewer.expect(ChatReady.class);
        return viewer;
    }

    private String key(String can) {
        String request = new JsonObject().put("can", can).encode();
        return new JsonObject(host.call("POST", Route.API + "/cameras/front/links", request)
                        .body())
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    private static Stream<MessageType> ofPlayers() {
        return Stream.of(MessageType.values()).filter(type -> type.directions().contains(Direction.PLAYER_TO_RELAY));
    }

    private static FromPlayer message(MessageType type) {
        return switch (type) {
            case WATCH -> new Watch("front", Optional.empty(), Optional.empty(), OptionalLong.empty());
            case ACK -> new Ack(0, 1);
            case PREFER -> new Prefer(Quality.LOW, Latency.LOW);
            case TIME_REQUEST -> new TimeRequest(0);
            case CHAT_SEND -> new ChatSend("client-id-1", "Good evening");
            case REACT -> new React(1, Reaction.LIKE, true);
            case RENAME -> new Rename("Somebody " + NAMES.incrementAndGet());
            case MODERATE -> new Moderate("client-id-2", new ModerationAct.Slow(Duration.ZERO));
            case PTZ -> new Ptz("client-id-3", new HeadCommand.Stop());
            default -> throw new AssertionError("no message for " + type);
        };
    }
}
