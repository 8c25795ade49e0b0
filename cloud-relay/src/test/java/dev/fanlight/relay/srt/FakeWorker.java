package dev.fanlight.relay.srt;

import dev.fanlight.relay.srt.wire.MessageStream;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;

/** A process of a test’s own: without libsrt, and without a process. */
final class FakeWorker implements WorkerProcess {

    private static final int PIPE_BYTES = 1 << 20;

    private final PipedOutputStream said = new PipedOutputStream();
    private final PipedOutputStream heard = new PipedOutputStream();
    private final PipedInputStream events;
    private final MessageStream commands;
    private volatile boolean killed;

    FakeWorker() {
        try {
            events = new PipedInputStream(said, PIPE_BYTES);
            commands = new MessageStream(new PipedInputStream(heard, PIPE_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(WorkerEvent event) {
        say(event.message());
    }

    void say(byte[] bytes) {
        try {
            said.write(bytes);
            said.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next command of a kind; others before it, such as pings, are passed over. */
    <T extends WorkerCommand> T expect(Class<T> kind) {
        try {
            WorkerCommand next = commands.command();
            while (!kind.isInstance(next)) {
                next = commands.command();
            }
            return kind.cast(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It ends by itself. */
    void end() {
        kill();
        killed = false;
    }

    boolean isKilled() {
        return killed;
    }

    @Override
    public InputStream events() {
        return events;
    }

    @Override
    public OutputStream commands() {
        return heard;
    }

    @Override
    public String lastLine() {
        return "";
    }

    @Override
    public void kill() {
        killed = true;
        try {
            said.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void awaitEnd() {
        // There is no process.
    }
}
