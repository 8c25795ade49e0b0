package dev.fanlight.agent.control;

import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.uplink.connection.WatchLink;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.protocol.ProtocolException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command’s side of the socket of a running agent. Blocking, for {@link #LIMIT} at most; immutable. */
public final class ControlSocket {

    /** Its name in the state folder. */
    public static final String FILE = "control.sock";

    /** How long an answer may take: a little longer than the agent lets a connection last. */
    static final Duration LIMIT = ControlServer.CLIENT_LIMIT.plusSeconds(1);

    /** Most bytes of an answer: the status of all cameras that an agent may have. */
    static final int MAX_ANSWER_BYTES = 256 * 1024;

    private final Path folder;

    /** The agent of this state folder. */
    public ControlSocket(Path folder) {
        this.folder = folder;
    }

    /**
     * What a running agent says.
     *
     * @param version of the agent
     * @param cameras its cameras
     * @param json the same, one JSON object
     */
    public record Status(String version, List<CameraStatus> cameras, String json) {}

    /** Whether an agent answers. */
    public boolean isRunning() {
        try {
            return !ask(new ControlRequest(ControlRequest.Kind.STATUS, Optional.empty(), Optional.empty()))
                    .isEmpty();
        } catch (UserException e) {
            return false;
        }
    }

    /**
     * What it does now.
     *
     * @throws UserException when no agent runs
     */
    public Status status() {
        List<String> lines = ask(new ControlRequest(ControlRequest.Kind.STATUS, Optional.empty(), Optional.empty()));
        try {
            List<CameraStatus> cameras = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                cameras.add(StatusLine.parse(line));
            }
            String version = ControlAnswer.parse(lines.get(0)).agent().orElse("");
            String json = "{\"agent\":\"" + version + "\",\"cameras\":["
                    + String.join(",", lines.subList(1, lines.size())) + "]}";
            return new Status(version, List.copyOf(cameras), json);
        } catch (ProtocolException e) {
            throw notUnderstood();
        }
    }

    /**
     * Writes a line in the chat of a camera.
     *
     * @throws UserException when no agent runs, or it was refused
     */
    public void say(Optional<String> camera, String text) {
        first(new ControlRequest(ControlRequest.Kind.SAY, camera, Optional.of(text)));
    }

    /**
     * Requests a link to a camera.
     *
     * @throws UserException when no agent runs, or it was refused
     */
    public WatchLink share(Optional<String> camera) {
        return first(new ControlRequest(ControlRequest.Kind.SHARE, camera, Optional.empty()))
                .link()
                .orElseThrow(ControlSocket::notUnderstood);
    }

    private ControlAnswer first(ControlRequest request) {
        try {
            ControlAnswer answer = ControlAnswer.parse(ask(request).get(0));
            answer.error().ifPresent(sentence -> {
                throw new UserException(ExitCode.FAILED, sentence);
            });
            return answer;
        } catch (ProtocolException e) {
            throw notUnderstood();
        }
    }

    /** The lines of the answer, one at least. */
    private List<String> ask(ControlRequest request) {
        Path socket = folder.resolve(FILE);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            channel.write(ByteBuffer.wrap((request.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            List<String> lines = read(channel, selector).lines().toList();
            if (lines.isEmpty()) {
                throw new UserException(ExitCode.FAILED, "The agent that runs has not answered. Restart it.");
            }
            return lines;
        } catch (IOException e) {
            throw notRunning(e);
        }
    }

    private static String read(SocketChannel channel, Selector selector) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(MAX_ANSWER_BYTES);
        int got = 0;
        while (got >= 0 && answer.hasRemaining() && selector.select(LIMIT.toMillis()) > 0) {
            selector.selectedKeys().clear();
            got = channel.read(answer);
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }

    private UserException notRunning(IOException e) {
        if (String.valueOf(e.getMessage()).contains("Permission denied")) {
            return new UserException(
                    ExitCode.NOT_RUNNING,
                    "The agent with the state folder " + folder + " belongs to another user. Run this with sudo.",
                    e);
        }
        return new UserException(
                ExitCode.NOT_RUNNING,
                "No agent is running with the state folder " + folder
                        + ". Start it: fanlight-agent run   Is it a service?"
                        + " Then: sudo fanlight-agent --state /var/lib/fanlight-agent status",
                e);
    }

    private static UserException notUnderstood() {
        return new UserException(
                ExitCode.FAILED, "The agent that runs is of another version than this command. Restart it.");
    }
}
