package dev.fanlight.agent.control;

import dev.fanlight.agent.AgentCamera;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The socket by which commands of the same user talk to this agent: {@value ControlSocket#FILE} in the state folder, mode 0600. At most
 * {@link #MAX_CLIENTS} connections, each for {@link #CLIENT_LIMIT} at most. The thread “control” owns everything but {@link #close}.
 */
public final class ControlServer implements Loop, AutoCloseable {

    /** Most connections; one more is closed at once. */
    static final int MAX_CLIENTS = 8;

    /** How long one may last: longer than a relay may take to answer. */
    static final Duration CLIENT_LIMIT = Duration.ofSeconds(15);

    private static final long SWEEP_MILLIS = 1_000;

    private final Path socket;
    private final ServerSocketChannel server;
    private final Selector selector;
    private final RequestHandler handler;
    private final NanoClock clock;
    private final List<SelectionKey> clients = new ArrayList<>();

    private ControlServer(
            Path socket, ServerSocketChannel server, Selector selector, RequestHandler handler, NanoClock clock) {
        this.socket = socket;
        this.server = server;
        this.selector = selector;
        this.handler = handler;
        this.clock = clock;
    }

    /** A server with its thread. */
    public record Running(LoopRunner runner) implements AutoCloseable {
        @Override
        public void close() {
            runner.close();
        }
    }

    /**
     * Listens in a state folder that this process has locked; what an agent that was killed has left there is replaced.
     *
     * @param onFailure receives what ended the thread
     * @throws IOException when the socket cannot be made
     */
    public static Running start(
            Path folder, List<? extends AgentCamera> cameras, NanoClock clock, Consumer<Throwable> onFailure)
            throws IOException {
        Path socket = folder.resolve(ControlSocket.FILE);
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), MAX_CLIENTS);
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            server.configureBlocking(false);
            Selector selector = Selector.open();
            server.register(selector, SelectionKey.OP_ACCEPT);
            ControlServer loop = new ControlServer(socket, server, selector, new RequestHandler(cameras), clock);
            return new Running(LoopRunner.start(loop, onFailure));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public boolean doWork() throws IOException {
        selector.select(SWEEP_MILLIS);
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
            serve(key);
        }
        selector.selectedKeys().clear();
        List.copyOf(clients).forEach(this::advance);
        return true;
    }

    @Override
    public void onClose() {
        close();
    }

    @Override
    public String roleName() {
        return "control";
    }

    /** Ends all connections and removes the socket. */
    @Override
    public void close() {
        List.copyOf(clients).forEach(this::end);
        try {
            selector.close();
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // The next agent replaces what is left.
            return;
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isValid() && key.isAcceptable()) {
            accept();
        } else if (key.isValid() && key.isReadable()) {
            read(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel == null) {
            return;
        }
        if (clients.size() >= MAX_CLIENTS) {
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new ControlClientSession(channel, clock.nanoTime() + CLIENT_LIMIT.toNanos()));
        clients.add(key);
    }

    private void read(SelectionKey key) {
        ControlClientSession session = session(key);
        try {
            if (!session.read(handler)) {
                end(key);
                return;
            }
        } catch (IOException e) {
            end(key);
            return;
        }
        session.answer().ifPresent(answer -> {
            key.interestOps(0);
            answer.whenComplete((lines, failure) -> selector.wakeup());
        });
    }

    /** Writes what can be written, and ends what is done or has taken too long. */
    private void advance(SelectionKey key) {
        ControlClientSession session = session(key);
        try {
            boolean more = !session.hasAnswer() || session.write();
            if (!more || session.isOver(clock.nanoTime())) {
                end(key);
            } else if (session.hasAnswer()) {
                key.interestOps(SelectionKey.OP_WRITE);
            }
        } catch (IOException e) {
            end(key);
        }
    }

    private void end(SelectionKey key) {
        clients.remove(key);
        key.cancel();
        session(key).close();
    }

    private static ControlClientSession session(SelectionKey key) {
        return (ControlClientSession) key.attachment();
    }
}
