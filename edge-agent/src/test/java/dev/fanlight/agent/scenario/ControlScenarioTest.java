package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.control.ControlServer;
import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.cli.Cli;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands talk to a running agent, and it to its relay. */
@Timeout(120)
class ControlScenarioTest {

    private static final String LINK = "https://cam.example.org/w/front#abcdefgh234567abcdefgh2345";
    private static final int MANY = 20;

    private final RecordedEvents events = new RecordedEvents();
    private final FakeRelay relay = new FakeRelay(TestAuthority.shared(), FakeRelay.accepting(2));
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    @TempDir
    private Path temp;

    private Path state;
    private FanlightAgent agent;
    private ControlServer.Running control;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        state = temp.resolve("state");
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        new IdentityStore(state)
                .save(new DeviceIdentity(relay.uri(), TestAuthority.shared().pin(), "device-1", "front", key));
        agent = FanlightAgent.builder()
                .state(state)
                .source("test")
                .listener(events)
                .build()
                .start();
        control = ControlServer.start(state, agent.cameras(), NanoClock.SYSTEM, broken::set);
    }

    @AfterEach
    void stop() {
        control.close();
        agent.close();
        relay.close();
        assertThat(broken).hasValue(null);
        assertThat(state.resolve(ControlSocket.FILE)).doesNotExist();
    }

    private Run command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", state.toString()));
        int code = line.execute(all.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private RelayPeer live() {
        Await.until(
                "live", () -> isLive(new ControlSocket(state).status().cameras().get(0)));
        return relay.peer(0);
    }

    private static boolean isLive(CameraStatus camera) {
        return camera.viewers().count() == 2
                && camera.source() == CameraStatus.Source.LIVE
                && camera.bitRate() > 0
                && camera.tracks().stream().anyMatch(track -> track.unitsPerSecond() > 1);
    }

    /** Answers the first request of a kind from another thread, as a relay does. */
    private static <T> void answer(RelayPeer peer, Class<T> kind, Consumer<T> reply) {
        Thread waiter = new Thread(() -> {
            Await.until(kind.getSimpleName(), () -> peer.messages.stream().anyMatch(kind::isInstance));
            peer.messages.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst()
                    .ifPresent(reply);
        });
        waiter.setDaemon(true);
        waiter.start();
    }

    @Test
    void statusSaysWhatTheCameraDoesInWordsAndForPrograms() {
        live();
        Run text = command("status");
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("front  ● live, 2 watching")
                .contains("source  test pattern, 1280x720, 15 fps")
                .containsPattern("sends   main [0-9.]+ [kM]bit/s [0-9]+ fps")
                .contains("relay   " + relay.uri().authority() + ", up to 1.2 Mbit/s");
        assertThat(command("status", "-o", "json").out())
                .contains("\"camera\":\"front\"", "\"source\":\"live\"", "\"viewers\":2", "\"name\":\"main\"");
    }

    @Test
    void statusOfAPausedCameraSaysThatItIsPausedAndWhy() {
        live();
        assertThat(command("pause", "cleaning the lens").code()).isZero();
        Await.until("paused", () -> command("status").out().contains("paused  by the people here: cleaning the lens"));
        assertThat(command("status").out()).contains("front  ❚❚ paused, ");
        assertThat(command("status", "-o", "json").out()).contains("\"paused\":\"cleaning the lens\"");
        assertThat(command("resume").code()).isZero();
        Await.until("on again", () -> command("status").out().contains("front  ● live"));
    }

    @Test
    void statusWithoutAnAgentSaysSoWithAnExitCodeOfItsOwn() {
        control.close();
        Run run = command("status");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(run.err()).contains("No agent is running with the state folder " + state);
    }

    @Test
    void whatIsSaidReachesTheRelayAndItsAnswerTheCommand() {
        RelayPeer peer = live();
        answer(peer, ChatSend.class, line -> peer.send(new ChatAccepted(line.clientId(), 7)));
        Run run = command("say", "The", "bird is back.");
        assertThat(run.code()).isZero();
        assertThat(peer.first(ChatSend.class).text()).isEqualTo("The bird is back.");
    }

    @Test
    void whatTheChatRefusesIsSaidInASentence() {
        RelayPeer peer = live();
        answer(
                peer,
                ChatSend.class,
                line -> peer.send(
                        new ChatRefused(line.clientId(), Refusal.TOO_FAST, Optional.of(Duration.ofMillis(3_100)))));
        Run run = command("say", "again");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEqualTo("✗ Too many lines in a short time. Try again in 4 s.\n");
    }

    @Test
    void sharePrintsTheLinkAndItsCode() {
        RelayPeer peer = live();
        answer(peer, Share.class, request -> peer.send(new Shared(request.clientId(), LINK, Duration.ofHours(24))));
        Run run = command("share", "--qr", "small");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(LINK + "\n").contains("▀", "can watch, for 24 hours.");
        assertThat(events.events).noneMatch(event -> event.contains("#"));
    }

    @Test
    void anOwnerWhoLetsCamerasMakeNoLinksIsNamed() {
        RelayPeer peer = live();
        answer(peer, Share.class, request -> peer.send(new ShareRefused(request.clientId(), ShareRefusal.OFF)));
        Run run = command("share");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("The owner of the relay does not let cameras make links");
    }

    @Test
    void aRequestIsRefusedWhenTheConnectionEndsBeforeTheAnswer() {
        RelayPeer peer = live();
        answer(peer, Share.class, request -> peer.close(1012));
        assertThat(command("share").err()).contains("The connection to the relay ended before it answered.");
    }

    @Test
    void anotherCameraThanThoseOfTheAgentIsRefusedWithTheirNames() {
        live();
        assertThat(command("say", "--camera", "nest", "hello").err())
                .contains("No single camera of this agent is called \"nest\". Its cameras: front");
    }

    @Test
    void theSocketIsForItsUserOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(ControlSocket.FILE))))
                .isEqualTo("rw-------");
    }

    private static boolean isEnded(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(16)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void whatSendsNonsenseOrNothingKeepsNoOtherCommandOut() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(state.resolve(ControlSocket.FILE));
        List<SocketChannel> idle = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            idle.add(SocketChannel.open(address));
        }
        for (SocketChannel channel : idle) {
            channel.close();
        }
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap("{\"request\":\"dance\"}\n".getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(1_024);
            channel.read(answer);
            assertThat(new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8))
                    .contains("does not know this request");
        }
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap(new byte[16 * 1024]));
            assertThat(isEnded(channel)).as("a line without end").isTrue();
        }
        assertThat(command("status").code()).isZero();
    }
}
