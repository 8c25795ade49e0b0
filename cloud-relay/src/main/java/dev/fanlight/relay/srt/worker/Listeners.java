package dev.fanlight.relay.srt.worker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.srt.wire.WorkerCommand.Listen;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ports that are open. Thread safe. */
final class Listeners {

    private static final int ACCEPTED = 0;
    private static final int REFUSED = -1;

    private final Srt srt;
    private final EventOutput events;
    private final Admissions admissions;
    private final Connections connections;

    /** By socket. The hooks are kept, since libsrt calls them as long as their port is open. */
    @GuardedBy("this")
    private final Map<Integer, LibSrt.ListenHook> open = new HashMap<>();

    Listeners(Srt srt, EventOutput events, Admissions admissions, Connections connections) {
        this.srt = srt;
        this.events = events;
        this.admissions = admissions;
        this.connections = connections;
    }

    void open(Listen command) {
        LibSrt.ListenHook hook = (opaque, socket, version, peer, streamId) -> decide(
                socket,
                admissions.ask(
                        command.listener(),
                        socket,
                        SocketAddressBytes.read(peer),
                        Optional.ofNullable(streamId).orElse("")));
        try {
            int socket = srt.listen(command.address(), command.port(), command.latencyMillis(), hook);
            synchronized (this) {
                open.put(socket, hook);
            }
            srt.watch(socket);
            events.say(new WorkerEvent.Listening(command.listener(), ""));
        } catch (SrtException e) {
            events.say(new WorkerEvent.Listening(command.listener(), "" + e.getMessage()));
        }
    }

    synchronized boolean isListener(int socket) {
        return open.containsKey(socket);
    }

    void accept(int listener) {
        try {
            int socket = srt.accept(listener);
            Optional<Integer> request = admissions.arrived(socket);
            if (request.isPresent()) {
                connections.accepted(socket, request.get());
            } else {
                srt.close(socket);
            }
        } catch (SrtException e) {
            // It has gone in the meantime.
        }
    }

    private int decide(int socket, Admissions.Answer answer) {
        if (answer.passphrase().isEmpty()) {
            srt.refuse(socket, answer.code());
            return REFUSED;
        }
        try {
            String passphrase = answer.passphrase().get();
            if (!passphrase.isEmpty()) {
                srt.passphrase(socket, passphrase);
            }
            return ACCEPTED;
        } catch (SrtException e) {
            return REFUSED;
        }
    }
}
