package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.chat.Author;
import dev.fanlight.relay.chat.ChatRoom;
import dev.fanlight.relay.socket.PeerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What people at a camera request by way of its agent: a line in the chat, a link to watch. Event loop only. */
final class CameraRequests {

    /** Most requests of one agent that are being worked on. */
    static final int MAX_PENDING = 4;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final PeerSocket socket;
    private final AgentServices services;
    private final CameraName camera;
    private final Optional<Device> device;
    private final Author author;
    private int pending;

    /** Requests at {@code camera}, which {@code device} publishes, or whoever has a publish key. */
    CameraRequests(PeerSocket socket, AgentServices services, CameraName camera, Optional<Device> device) {
        this.socket = socket;
        this.services = services;
        this.camera = camera;
        this.device = device;
        this.author = Author.ofCamera(new AgentChatMember(socket), camera);
    }

    /** Writes a line in the camera’s chat, by the rules for everyone. A publish key allows to publish and nothing else. */
    void say(ChatSend line) {
        if (device.isEmpty()) {
            refuse(line, Refusal.NOT_ALLOWED);
            return;
        }
        if (pending >= MAX_PENDING) {
            socket.send(new ChatRefused(line.clientId(), Refusal.TOO_FAST, Optional.of(RETRY)));
            return;
        }
        work(() -> services.rooms().room(camera), room -> post(room, line), () -> refuse(line, Refusal.UNAVAILABLE));
    }

    /** Answers with a link, or why there is none: with a publish key there is never one. */
    void share(Share request) {
        if (device.isEmpty()) {
            socket.send(new ShareRefused(request.clientId(), ShareRefusal.OFF));
            return;
        }
        ShareRefused refusal = new ShareRefused(request.clientId(), ShareRefusal.UNAVAILABLE);
        if (pending >= MAX_PENDING) {
            socket.send(refusal);
            return;
        }
        work(() -> services.links().share(device.get(), request), socket::send, () -> socket.send(refusal));
    }

    private void post(Optional<ChatRoom> room, ChatSend line) {
        room.ifPresentOrElse(open -> open.post(author, line), () -> refuse(line, Refusal.UNAVAILABLE));
    }

    private void refuse(ChatSend line, Refusal reason) {
        socket.send(new ChatRefused(line.clientId(), reason, Optional.empty()));
    }

    private <T> void work(Callable<T> blocking, Consumer<T> then, Runnable failed) {
        pending++;
        services.context()
                .worker()
                .executeBlocking(blocking, false)
                .onComplete(
                        result -> {
                            pending--;
                            then.accept(result);
                        },
                        e -> {
                            pending--;
                            services.context().errors().failure("A request of a camera failed", e);
                            failed.run();
                        });
    }
}
