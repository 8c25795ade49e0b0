package dev.fanlight.relay.srt.worker;

import dev.fanlight.relay.srt.wire.PipeLimits;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.runtime.Loop;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Accepts callers and passes on what they send. */
final class ReceiveLoop implements Loop {

    private static final int SOCKETS_AT_ONCE = 64;
    private static final long WAIT_MILLIS = 200;

    private final Srt srt;
    private final Listeners listeners;
    private final Connections connections;
    private final EventOutput events;
    private final byte[] message = new byte[Srt.MESSAGE_BYTES];

    ReceiveLoop(Srt srt, Listeners listeners, Connections connections, EventOutput events) {
        this.srt = srt;
        this.listeners = listeners;
        this.connections = connections;
        this.events = events;
    }

    @Override
    public boolean doWork() {
        for (int socket : srt.readable(SOCKETS_AT_ONCE, WAIT_MILLIS)) {
            Optional<Connection> connection = connections.ofSocket(socket);
            if (connection.isPresent()) {
                receive(connection.get());
            } else if (listeners.isListener(socket)) {
                listeners.accept(socket);
            } else {
                srt.unwatch(socket);
            }
        }
        return true;
    }

    @Override
    public String roleName() {
        return "srt-receive";
    }

    private void receive(Connection connection) {
        ByteBuffer media = ByteBuffer.allocate(PipeLimits.MAX_MEDIA_BYTES);
        try {
            boolean more = true;
            while (more && media.remaining() >= message.length) {
                int room = connection.receivesOnly() ? message.length : connection.credit() - media.position();
                if (room < message.length) {
                    rest(connection);
                    break;
                }
                int count = srt.receive(connection.socket(), message);
                more = count > 0;
                if (!connection.receivesOnly()) {
                    media.put(message, 0, count);
                }
            }
            passOn(connection, media.flip());
        } catch (SrtException e) {
            passOn(connection, media.flip());
            connections.close(connection, "the other side has closed the connection, or is gone");
        }
    }

    /** Nothing of it is passed on before the relay grants more; then it is looked at again, also when that has just happened. */
    private void rest(Connection connection) {
        srt.unwatch(connection.socket());
        if (connection.credit() >= PipeLimits.MAX_MEDIA_BYTES) {
            srt.watch(connection.socket());
        }
    }

    private void passOn(Connection connection, ByteBuffer media) {
        if (media.hasRemaining()) {
            connection.passedOn(media.remaining());
            events.say(new WorkerEvent.Data(connection.id(), media));
        }
    }
}
