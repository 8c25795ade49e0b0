package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.relay.auth.AccessDecision;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.chat.ChatRoom;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.socket.Handshake;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import java.util.Optional;

/**
 * Admits players and opens the stream and the chat for them. Blocking, thread safe.
 *
 * @param gate decides
 * @param streams the streams
 * @param rooms the chats
 */
public record Admission(WatchGate gate, StreamRegistry streams, ChatRooms rooms) {

    /** The result of {@link #decide}. */
    sealed interface Decision {}

    /**
     * The player may watch; counted until {@link #close()}.
     *
     * @param watch what was admitted
     * @param stream the camera’s stream
     * @param room the camera’s chat
     */
    record Admitted(WatchGate.Admitted watch, LiveStream stream, ChatRoom room) implements Decision, AutoCloseable {

        Principal principal() {
            return watch.principal();
        }

        CameraAccess access() {
            return watch.access();
        }

        CameraName camera() {
            return watch.camera();
        }

        @Override
        public void close() {
            watch.close();
        }
    }

    /**
     * The player may not watch.
     *
     * @param reason sent to the player
     */
    record Refused(CloseReason reason) implements Decision {}

    Decision decide(Watch message, Handshake handshake) {
        Credentials credentials = handshake.credentials().withKey(message.key()).withIdentity(message.person());
        WatchGate.Admission decision = gate.admit(message.camera(), credentials, handshake.key());
        if (decision instanceof WatchGate.Admitted admitted) {
            return open(admitted);
        }
        return new Refused(closeReason(((WatchGate.Refused) decision).reason()));
    }

    /** Whether a player that was admitted would be admitted again. */
    AccessDecision recheck(Admitted admitted, Handshake handshake) {
        return gate.recheck(admitted.watch(), handshake.credentials());
    }

    private Decision open(WatchGate.Admitted admitted) {
        CameraAccess access = admitted.access();
        Optional<LiveStream> stream = streams.open(access.camera(), access.pause());
        Optional<ChatRoom> room = rooms.room(access.camera());
        if (stream.isEmpty() || room.isEmpty()) {
            admitted.close();
            return new Refused(CloseReason.BUSY);
        }
        return new Admitted(admitted, stream.get(), room.get());
    }

    private static CloseReason closeReason(WatchGate.Reason reason) {
        return switch (reason) {
            case RATE_LIMITED, RELAY_FULL -> CloseReason.BUSY;
            case NOT_FOUND -> CloseReason.WRONG_LINK;
            case BANNED -> CloseReason.BANNED;
            case LINK_FULL -> CloseReason.LINK_FULL;
        };
    }
}
