package dev.fanlight.relay.srt;

import dev.fanlight.relay.srt.wire.PipeLimits;
import dev.fanlight.relay.srt.wire.WireException;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A caller, or a server that was called. Thread safe. */
public final class SrtConnection {

    /** Less is not worth a message. */
    private static final int LEAST_GRANT = PipeLimits.WINDOW_BYTES / 16;

    private final int id;
    private final WorkerRun run;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger ungranted = new AtomicInteger();
    private volatile SrtListener listener;

    SrtConnection(int id, WorkerRun run, SrtListener listener) {
        this.id = id;
        this.run = run;
        this.listener = listener;
    }

    /** What it has sent was passed on, so that more may come. */
    public void passedOn(int bytes) {
        if (ungranted.addAndGet(bytes) >= LEAST_GRANT) {
            int grant = ungranted.getAndSet(0);
            outstanding.addAndGet(-grant);
            run.say(new WorkerCommand.Grant(id, grant));
        }
    }

    /** It gets what the group gets, from the next point on at which a player can begin; what it sends itself is dropped. */
    public void join(SrtGroup group) {
        run.say(new WorkerCommand.Join(id, group.number()));
    }

    /** Closes it; {@link SrtListener#closed} follows. */
    public void close() {
        run.say(new WorkerCommand.Close(id));
    }

    int id() {
        return id;
    }

    void listener(SrtListener next) {
        listener = next;
    }

    void opened() {
        listener.opened();
    }

    void skipped() {
        listener.skipped();
    }

    void closed(String reason) {
        listener.closed(reason);
    }

    /** The process may have no more on its way than it was granted. */
    void data(ByteBuffer media) throws WireException {
        if (outstanding.addAndGet(media.remaining()) > PipeLimits.WINDOW_BYTES) {
            throw new WireException("more than was granted");
        }
        listener.data(media);
    }
}
