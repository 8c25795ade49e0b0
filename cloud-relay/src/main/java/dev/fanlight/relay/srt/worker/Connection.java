package dev.fanlight.relay.srt.worker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.srt.wire.PipeLimits;
import java.nio.ByteBuffer;

/** One caller, or one server that was called. Thread safe. */
final class Connection {

    /** What may wait for a slow one, in time; beyond that it gets nothing until a player can begin again. */
    static final int MAX_UNSENT_MILLIS = 2_000;

    /** How much of that has to be sent before it begins again. */
    private static final int ENOUGH_SENT_MILLIS = MAX_UNSENT_MILLIS / 2;

    private final int id;
    private final int socket;

    @GuardedBy("this")
    private int credit = PipeLimits.WINDOW_BYTES;

    @GuardedBy("this")
    private boolean receivesOnly;

    @GuardedBy("this")
    private boolean begun;

    Connection(int id, int socket) {
        this.id = id;
        this.socket = socket;
    }

    /** What becomes of media. */
    enum Sent {
        /** It is on its way, or the connection waits for a point to begin at. */
        DONE,
        /** It was too slow, and waits for such a point from now on. */
        SKIPPED
    }

    int id() {
        return id;
    }

    int socket() {
        return socket;
    }

    /** It belongs to a group: what it sends itself is dropped. */
    synchronized void join() {
        receivesOnly = true;
        begun = false;
    }

    synchronized boolean receivesOnly() {
        return receivesOnly;
    }

    /** How many bytes of it may be passed on. */
    synchronized int credit() {
        return credit;
    }

    synchronized void passedOn(int bytes) {
        credit -= bytes;
    }

    synchronized void granted(int bytes) {
        credit = Math.min(PipeLimits.WINDOW_BYTES, credit + bytes);
    }

    /** Sends what its group gets. */
    synchronized Sent send(Srt srt, boolean begins, ByteBuffer media) throws SrtException {
        if (!begun && !(begins && srt.unsentMillis(socket) < ENOUGH_SENT_MILLIS)) {
            return Sent.DONE;
        }
        boolean late = srt.unsentMillis(socket) > MAX_UNSENT_MILLIS;
        begun = !late && sendAll(srt, media.duplicate());
        return begun ? Sent.DONE : Sent.SKIPPED;
    }

    private boolean sendAll(Srt srt, ByteBuffer media) throws SrtException {
        boolean sent = true;
        while (sent && media.hasRemaining()) {
            byte[] message = new byte[Math.min(Srt.MESSAGE_BYTES, media.remaining())];
            media.get(message);
            sent = srt.send(socket, message);
        }
        return sent;
    }
}
