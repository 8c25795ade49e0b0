package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.GoToPreset;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadPreset;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.media.ptz.HeadVelocity;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Viewers move a camera’s head, by way of its agent, as far as their links let them. */
class HeadScenarioTest {

    private static final HeadCommand LEFT = new Move(new HeadVelocity(-0.5, 0, 0), Duration.ofSeconds(1));

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestAgent agent;

    @BeforeEach
    void start() {
        start("state", RelayTimeouts.STANDARD);
    }

    private void start(String state, RelayTimeouts timeouts) {
        relay = TestRelay.start(temp.resolve(state), 2, timeouts);
        agent = relay.publishing(relay.invite("front"));
        report(true, Optional.empty());
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    private void report(boolean head, Optional<CameraPause> pause) {
        agent.send(new Source(SourceState.LIVE, Optional.empty(), UplinkQuality.FINE, pause, head));
        agent.send(new TimeRequest(0));
        agent.expect(TimeReply.class);
    }

    private TestViewer viewer(boolean ptz) {
        return viewer(ptz, true);
    }

    private TestViewer viewer(boolean ptz, boolean head) {
        String key = relay.host()
                .post(
                        "/cameras/front/links",
                        new JsonObject().put("can", "watch").put("ptz", ptz))
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
        TestViewer viewer = relay.viewer();
        viewer.watch("front", key);
        assertThat(viewer.expect(Welcome.class).features().has(Features.PTZ)).isEqualTo(ptz);
        assertThat(viewer.expect(Stream.class).ptz()).isEqualTo(head);
        viewer.expect(ChatReady.class);
        return viewer;
    }

    private static HeadAnswer ask(TestViewer viewer, String id, HeadCommand command) {
        viewer.send(new Ptz(id, command));
        PtzResult result = viewer.expect(PtzResult.class);
        assertThat(result.clientId()).isEqualTo(id);
        return result.answer();
    }

    @Test
    void aViewerMovesTheHeadAndSeesItsPresets() {
        TestViewer viewer = viewer(true);
        viewer.send(new Ptz("client-id-1", LEFT));
        Ptz asked = agent.expect(Ptz.class);
        assertThat(asked.command()).isEqualTo(LEFT);
        agent.send(new PtzResult(asked.clientId(), HeadAnswer.of(HeadResult.DONE)));
        assertThat(viewer.expect(PtzResult.class))
                .isEqualTo(new PtzResult("client-id-1", HeadAnswer.of(HeadResult.DONE)));
        viewer.send(new Ptz("client-id-2", new ListPresets()));
        HeadAnswer presets = new HeadAnswer(HeadResult.DONE, List.of(new HeadPreset("1", "Gate")));
        agent.send(new PtzResult(agent.expect(Ptz.class).clientId(), presets));
        assertThat(viewer.expect(PtzResult.class).answer()).isEqualTo(presets);
        viewer.send(new Ptz("client-id-3", new GoToPreset("1")));
        assertThat(agent.expect(Ptz.class).command()).isEqualTo(new GoToPreset("1"));
    }

    @Test
    void theAnswersOfTwoViewersWithTheSameIdAreNotMixedUp() {
        TestViewer first = viewer(true);
        TestViewer second = viewer(true);
        first.send(new Ptz("client-id-1", LEFT));
        Ptz moved = agent.expect(Ptz.class);
        second.send(new Ptz("client-id-1", new Stop()));
        Ptz stopped = agent.expect(Ptz.class);
        agent.send(new PtzResult(stopped.clientId(), HeadAnswer.of(HeadResult.DONE)));
        agent.send(new PtzResult(moved.clientId(), HeadAnswer.of(HeadResult.REPLACED)));
        assertThat(first.expect(PtzResult.class).answer().result()).isEqualTo(HeadResult.REPLACED);
        assertThat(second.expect(PtzResult.class).answer().result()).isEqualTo(HeadResult.DONE);
    }

    @Test
    void aLinkWithoutThatRightMovesNothing() {
        TestViewer viewer = viewer(false);
        assertThat(ask(viewer, "client-id-1", LEFT).result()).isEqualTo(HeadResult.NOT_ALLOWED);
        assertThat(agent.received).noneMatch(Ptz.class::isInstance);
    }

    @Test
    void theListOfLinksSaysWhichOnesLetViewersMoveTheCamera() {
        viewer(true);
        viewer(false);
        assertThat(relay.host().get("/links?camera=front").array().stream()
                        .map(JsonObject.class::cast)
                        .filter(link -> link.getString("label").isEmpty())
                        .map(link -> link.getBoolean("ptz")))
                .contains(true, false);
    }

    @Test
    void aCameraThatDoesNotMoveIsNotAsked() {
        report(false, Optional.empty());
        TestViewer viewer = viewer(true, false);
        assertThat(ask(viewer, "client-id-1", LEFT).result()).isEqualTo(HeadResult.UNAVAILABLE);
        report(true, Optional.of(CameraPause.byPeople("cleaning")));
        Await.until("the pause", () -> viewer.expect(Stream.class).pause().isPresent());
        assertThat(ask(viewer, "client-id-2", LEFT).result()).isEqualTo(HeadResult.PAUSED);
        assertThat(agent.received).noneMatch(Ptz.class::isInstance);
    }

    @Test
    void commandsToAnAgentThatGoesAreAnswered() {
        TestViewer viewer = viewer(true);
        viewer.send(new Ptz("client-id-1", LEFT));
        agent.expect(Ptz.class);
        agent.kill();
        assertThat(viewer.expect(PtzResult.class).answer().result()).isEqualTo(HeadResult.UNAVAILABLE);
        assertThat(viewer.expect(Stream.class).ptz()).isFalse();
    }

    @Test
    void aCommandThatTheAgentDoesNotAnswerIsAnsweredInTimeAndALateAnswerIgnored() {
        relay.close();
        start("impatient", withAnswerWithin(Duration.ofMillis(200)));
        TestViewer viewer = viewer(true);
        assertThat(ask(viewer, "client-id-1", LEFT).result()).isEqualTo(HeadResult.UNAVAILABLE);
        agent.send(new PtzResult(agent.expect(Ptz.class).clientId(), HeadAnswer.of(HeadResult.DONE)));
        assertThat(ask(viewer, "client-id-2", LEFT).result()).isEqualTo(HeadResult.UNAVAILABLE);
    }

    private static RelayTimeouts withAnswerWithin(Duration limit) {
        RelayTimeouts standard = RelayTimeouts.STANDARD;
        RelayTimeouts.Agents agents = standard.agents();
        return new RelayTimeouts(
                standard.connections(),
                new RelayTimeouts.Agents(agents.proof(), agents.silence(), agents.timeRequest(), limit),
                standard.viewers(),
                standard.stop());
    }

    /** Each of three viewers sends as much as one may: 48 commands, of which no more than 32 may wait for an answer. */
    @Test
    void noMoreThanSoManyCommandsOfAllViewersReachAnAgentThatAnswersNone() {
        List<TestViewer> viewers = List.of(viewer(true), viewer(true), viewer(true));
        viewers.forEach(viewer -> IntStream.range(0, 16).forEach(i -> viewer.send(new Ptz("client-id-" + i, LEFT))));
        Await.until(
                "the refusals",
                () -> viewers.stream().mapToLong(HeadScenarioTest::refused).sum() >= 16);
        assertThat(agent.received.stream().filter(Ptz.class::isInstance)).hasSizeLessThanOrEqualTo(32);
    }

    private static long refused(TestViewer viewer) {
        return viewer.received.stream()
                .filter(PtzResult.class::isInstance)
                .map(result -> ((PtzResult) result).answer().result())
                .filter(HeadResult.TOO_FAST::equals)
                .count();
    }

    @Test
    void tooManyCommandsAreRefusedButAStopNever() {
        TestViewer viewer = viewer(true);
        IntStream.range(0, 17).forEach(i -> viewer.send(new Ptz("client-id-" + i, LEFT)));
        assertThat(viewer.expect(PtzResult.class))
                .isEqualTo(new PtzResult("client-id-16", HeadAnswer.of(HeadResult.TOO_FAST)));
        viewer.send(new Ptz("client-id-stop", new Stop()));
        Await.until("the stop", () -> agent.expect(Ptz.class).command().equals(new Stop()));
    }
}
