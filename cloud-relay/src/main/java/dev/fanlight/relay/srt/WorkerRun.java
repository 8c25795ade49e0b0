package dev.fanlight.relay.srt;

import dev.fanlight.relay.srt.wire.MessageStream;
import dev.fanlight.relay.srt.wire.WireException;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One process, from its start to its end, and the connections that end with it. {@link #say} and {@link #call} may be called on any thread. */
final class WorkerRun {

    private final WorkerProcess process;
    private final NanoClock clock;
    private final Listener listener;
    private final CommandQueue commands;
    private final LoopRunner writer;
    private final Map<Integer, SrtConnection> connections = new ConcurrentHashMap<>();
    /** Those that may still come; the reading thread only. The process forgets the eldest of as many, too. */
    private final Map<Integer, SrtCallers> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, SrtCallers> eldest) {
            return size() > ProcessLimits.MAX_ASKED;
        }
    };

    private volatile long heardNanos;
    private volatile String problem = "it has ended";
    private volatile boolean over;

    WorkerRun(WorkerProcess process, NanoClock clock, Listener listener) {
        this.process = process;
        this.clock = clock;
        this.listener = listener;
        this.commands = new CommandQueue(process.commands());
        this.writer = LoopRunner.start(commands, failure -> {});
        this.heardNanos = clock.nanoTime();
    }

    /** What the process says that is not about a connection; on the thread that reads. */
    interface Listener {

        void ready(WorkerRun run, String version);

        void unusable(String sentence);

        void listening(int listener, String problem);

        /** Who takes the callers of a port. */
        Optional<SrtCallers> callers(int listener);
    }

    /** Reads until its end; why it ended. Blocking. */
    String read() {
        MessageStream events = new MessageStream(new BufferedInputStream(process.events()));
        try {
            while (true) {
                WorkerEvent event = events.event();
                heardNanos = clock.nanoTime();
                take(event);
            }
        } catch (WireException e) {
            problem = "it does not keep to the protocol: " + e.getMessage();
        } catch (IOException e) {
            // Its end.
        }
        return end();
    }

    void say(WorkerCommand command) {
        if (!over && !commands.add(command.message())) {
            kill("it takes no commands");
        }
    }

    /** Calls a server; the listener is told what becomes of it. */
    SrtConnection call(int id, SrtServer server, SrtListener its) {
        SrtConnection connection = new SrtConnection(id, this, its);
        connections.put(id, connection);
        say(new WorkerCommand.Call(
                id, server.address(), server.port(), server.latencyMillis(), server.streamId(), server.passphrase()));
        if (over) {
            closed(id, "the SRT process has ended");
        }
        return connection;
    }

    /** Kills it without waiting; {@link #read} then returns. */
    void kill(String reason) {
        problem = reason;
        process.kill();
    }

    /** How long ago it has said something, ns. */
    long silentNanos() {
        return clock.nanoTime() - heardNanos;
    }

    int connections() {
        return connections.size();
    }

    private void take(WorkerEvent event) throws WireException {
        if (event instanceof WorkerEvent.Data data) {
            SrtConnection connection = connections.get(data.connection());
            if (connection != null) {
                connection.data(data.media());
            }
        } else if (event instanceof WorkerEvent.Asked asked) {
            listener.callers(asked.listener()).ifPresent(its -> ask(its, asked));
        } else if (event instanceof WorkerEvent.Opened opened) {
            opened(opened);
        } else if (event instanceof WorkerEvent.Closed closed) {
            closed(closed.connection(), closed.reason());
        } else if (event instanceof WorkerEvent.Skipped skipped) {
            Optional.ofNullable(connections.get(skipped.connection())).ifPresent(SrtConnection::skipped);
        } else {
            state(event);
        }
    }

    private void state(WorkerEvent event) {
        if (event instanceof WorkerEvent.Ready ready) {
            listener.ready(this, ready.version());
        } else if (event instanceof WorkerEvent.Unusable unusable) {
            listener.unusable(unusable.sentence());
        } else if (event instanceof WorkerEvent.Listening listening) {
            listener.listening(listening.listener(), listening.problem());
        }
    }

    private void ask(SrtCallers callers, WorkerEvent.Asked event) {
        asked.put(event.request(), callers);
        callers.asked(new SrtRequest(event.request(), event.address(), event.streamId(), this::say));
    }

    private void opened(WorkerEvent.Opened opened) throws WireException {
        SrtConnection called = connections.get(opened.connection());
        if (called != null) {
            called.opened();
            return;
        }
        SrtCallers callers = asked.remove(opened.request());
        if (callers == null) {
            throw new WireException("a caller that was not asked about");
        }
        SrtConnection connection = new SrtConnection(opened.connection(), this, reason -> {});
        connections.put(connection.id(), connection);
        connection.listener(callers.opened(connection, opened.request()));
    }

    private void closed(int id, String reason) {
        SrtConnection connection = connections.remove(id);
        if (connection != null) {
            connection.closed(reason);
        }
    }

    private String end() {
        over = true;
        process.kill();
        process.awaitEnd();
        String line = process.lastLine();
        writer.close();
        connections.keySet().forEach(id -> closed(id, "the SRT process has ended"));
        return line.isEmpty() ? problem : problem + ": " + line;
    }
}
