package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.LocalSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.cli.Cli;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people at the camera decide, with a running agent and the commands of this program. */
class OnSiteScenarioTest {

    private static final TestAuthority authority = TestAuthority.shared();

    @TempDir
    private Path temp;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(0));

    private Path state() {
        return temp.resolve("state");
    }

    @BeforeEach
    void join() {
        new IdentityStore(state())
                .save(new DeviceIdentity(
                        relay.uri(), authority.pin(), "device-1", "front", DeviceKey.generate(new SecureRandom())));
    }

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    private AgentBuilder agent() {
        return FanlightAgent.builder()
                .state(state())
                .source("test")
                .set(AgentSettings.WIDTH, "320")
                .set(AgentSettings.HEIGHT, "180")
                .set(AgentSettings.FPS, "30")
                .set(AgentSettings.LINGER, "200ms")
                .listener(new Recorded());
    }

    private String command(String... arguments) {
        StringWriter out = new StringWriter();
        int code = Cli.of(new AgentCommand()).setOut(new PrintWriter(out, true)).execute(arguments);
        assertThat(code).isZero();
        return out.toString();
    }

    /** The agent’s connection, once it is accepted: a relay demands nothing before. */
    private RelayPeer connected() {
        RelayPeer peer = relay.peer(0);
        Await.until("an accepted agent", () -> peer.first(Source.class) != null);
        return peer;
    }

    private static Source lastSource(RelayPeer peer) {
        List<Source> all = peer.all(Source.class);
        return all.get(all.size() - 1);
    }

    private static void awaitState(RelayPeer peer, SourceState state) {
        Await.until(
                "the state " + state,
                () -> !peer.all(Source.class).isEmpty() && lastSource(peer).state() == state);
    }

    @Test
    void aPauseEndsTheVideoAtOnceAndViewersLearnWhy() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = connected();
            peer.send(new Demand(1, Set.of(0)));
            Await.until("frames", () -> peer.media.size() >= 10);
            String words = command("pause", "cleaning the lens", "--state", state().toString());
            assertThat(words).contains("The people at the camera paused it: cleaning the lens");
            Await.until("the pause", () -> lastSource(peer).pause().isPresent());
            assertThat(lastSource(peer).pause()).contains(CameraPause.byPeople("cleaning the lens"));
            awaitState(peer, SourceState.ASLEEP);
            int sent = peer.media.size();
            peer.send(new Demand(5, Set.of(0)));
            Await.until("the demand", () -> events.contains("viewers 5"));
            assertThat(command("resume", "--state", state().toString())).contains("resumed");
            Await.until("frames again", () -> peer.media.size() > sent);
            assertThat(peer.media.get(sent).isKey()).isTrue();
            assertThat(peer.media.get(sent).epoch())
                    .isNotEqualTo(peer.media.get(0).epoch());
            assertThat(lastSource(peer).pause()).isEmpty();
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aReasonThatIsTooLongIsKeptInPartAndThatIsSaid() {
        String words = command("pause", "w".repeat(CameraPause.MAX_REASON + 1), "--state", state().toString());
        assertThat(words)
                .contains("paused it: " + "w".repeat(CameraPause.MAX_REASON) + System.lineSeparator())
                .contains("! The reason was too long: at most 200 characters are kept.");
    }

    @Test
    void aPausedCameraIsNotOpenedAfterARestartEither() {
        command("pause", "--state", state().toString());
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = connected();
            Await.until(
                    "the pause",
                    () -> !peer.all(Source.class).isEmpty()
                            && lastSource(peer).pause().isPresent());
            peer.send(new Demand(1, Set.of(0)));
            Await.until("the demand", () -> events.contains("viewers 1"));
            assertThat(events).noneMatch(event -> event.startsWith("capturing"));
            assertThat(peer.media).isEmpty();
            assertThat(running.droppedFrames()).isZero();
        }
    }

    @Test
    void aCameraThatIsAlwaysOnSendsNothingWithoutViewersAndTheFirstOneAKeyFrame() {
        try (FanlightAgent running = agent().set(AgentSettings.RUN, "always")
                .set(AgentSettings.KEYFRAME_EVERY, "10m")
                .build()
                .start()) {
            RelayPeer peer = connected();
            Await.until("the camera", () -> events.stream().anyMatch(event -> event.startsWith("capturing")));
            awaitState(peer, SourceState.ASLEEP);
            peer.send(new Demand(1, Set.of(0)));
            Await.until("frames", () -> peer.media.size() >= 20);
            MediaHeader first = peer.media.get(0);
            assertThat(first.isKey()).isTrue();
            assertThat(first.sequence()).isZero();
            awaitState(peer, SourceState.LIVE);
            peer.send(new Demand(0, Set.of(0)));
            awaitState(peer, SourceState.ASLEEP);
            int sent = peer.media.size();
            peer.send(new Demand(1, Set.of(0)));
            Await.until("frames again", () -> peer.media.size() > sent);
            assertThat(peer.media.get(sent).isKey()).isTrue();
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aCameraThatIsAsleepSendsOneKeyFrameAsItsStill() {
        try (FanlightAgent running =
                agent().set(AgentSettings.STILL_EVERY, "10s").build().start()) {
            RelayPeer peer = connected();
            Await.until("two stills", () -> peer.media.size() >= 2);
            List<MediaHeader> stills = List.copyOf(peer.media);
            assertThat(stills).allMatch(MediaHeader::isKey);
            assertThat(stills.get(1).captureMicros() - stills.get(0).captureMicros())
                    .as("no frame comes with a still")
                    .isGreaterThan(TimeUnit.SECONDS.toMicros(5));
            assertThat(lastSource(peer).state()).isEqualTo(SourceState.ASLEEP);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void peopleAtTheCameraLearnThatItIsWatched() {
        Path log = temp.resolve("log");
        String line = "echo $FANLIGHT_EVENT $FANLIGHT_CAMERA $FANLIGHT_VIEWERS >> " + log;
        try (FanlightAgent running = agent().set(LocalSettings.ON_WATCHED, line)
                .set(LocalSettings.ON_UNWATCHED, line)
                .build()
                .start()) {
            RelayPeer peer = connected();
            peer.send(new Demand(2, Set.of(0)));
            Await.until("the first command", () -> Files.exists(log));
            peer.send(new Demand(0, Set.of(0)));
            Await.until("both commands", () -> lines(log).equals(List.of("watched front 2", "unwatched front 0")));
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void peopleAtTheCameraLearnWhoWatches() {
        Path log = temp.resolve("log");
        String line = "echo $FANLIGHT_EVENT $FANLIGHT_VIEWERS >> " + log + "; echo \"$FANLIGHT_WATCHING\" >> " + log;
        NamedViewer ann = new NamedViewer(
                NamedViewer.Way.LINK, Optional.of("family"), Optional.of("Ann\n\u0000$(id)"), Optional.empty());
        NamedViewer owner =
                new NamedViewer(NamedViewer.Way.OWNER, Optional.empty(), Optional.empty(), Optional.empty());
        try (FanlightAgent running =
                agent().set(LocalSettings.ON_VIEWERS, line).build().start()) {
            RelayPeer peer = connected();
            assertThat(peer.first(Authenticate.class).features().has(Features.WATCHING))
                    .isTrue();
            peer.send(new Demand(1, 1, Set.of(0), Optional.of(List.of(ann))));
            Await.until(
                    "the first command", () -> Files.exists(log) && lines(log).size() == 2);
            peer.send(new Demand(3, 3, Set.of(0), Optional.of(List.of(ann, owner))));
            List<String> expected =
                    List.of("viewers 1", "family (Ann $(id))", "viewers 3", "family (Ann $(id))", "the owner");
            Await.until("both commands", () -> lines(log).equals(expected));
            assertThat(running.droppedFrames()).isNotNegative();
        }
        assertThat(events)
                .containsSubsequence(
                        "watched by [family (Ann $(id))]", "viewers 3", "watched by [family (Ann $(id)), the owner]");
    }

    private final class Recorded implements AgentListener {

        @Override
        public void viewers(int count) {
            events.add("viewers " + count);
        }

        @Override
        public void watchedBy(List<String> names) {
            events.add("watched by " + names);
        }

        @Override
        public void capturing(String description) {
            events.add("capturing " + description);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
