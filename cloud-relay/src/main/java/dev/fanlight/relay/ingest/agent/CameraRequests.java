package dev.fanlight.relay.ingest.agent;

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
    private final Device device;
    private final Author author;
    private int pending;

    CameraRequests(PeerSocket socket, AgentServices services, Device device) {
        this.socket = socket;
        this.services = services;
        this.device = device;
        this.author = Author.ofCamera(new AgentChatMember(socket), device.camera());
    }

    /** Writes a line in the camera’s chat, by the rules for everyone. */
    void say(ChatSend line) {
        if (pending >= MAX_PENDING) {
            socket.send(new ChatRefused(line.clientId(), Refusal.TOO_FAST, Optional.of(RETRY)));
            return;
        }
        work(() -> services.rooms().room(device.camera()), room -> post(room, line), () -> refuse(line));
    }

    /** Answers with a link, or why there is none. */
    void share(Share request) {
        ShareRefused refusal = new ShareRefused(request.clientId(), ShareRefusal.UNAVAILABLE);
        if (pending >= MAX_PENDING) {
            socket.send(refusal);
            return;
        }
        work(() -> services.links().share(device, request), socket::send, () -> socket.send(refusal));
    }

    private void post(Optional<ChatRoom> room, ChatSend line) {
        room.ifPresentOrElse(open -> open.post(author, line), () -> refuse(line));
    }

    private void refuse(ChatSend line) {
        socket.send(new ChatRefused(line.clientId(), Refusal.UNAVAILABLE, Optional.empty()));
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
