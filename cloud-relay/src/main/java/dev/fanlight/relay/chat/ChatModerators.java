package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.runtime.MediaClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Moderation from outside the chat: for the owner’s page and command line. Thread safe; every method may block on the store, so none is
 * called on an event loop. Whoever calls has checked that the camera exists and that the caller may moderate it.
 */
public final class ChatModerators {

    /** Most lines that are listed. */
    public static final int MAX_LINES = ChatHistory.MAX_LINES;

    private final ChatRooms rooms;
    private final ModerationLog log;
    private final AddressTags tags;
    private final MediaClock wallClock;

    /** Acts on {@code rooms}, whose moderation is kept in {@code log}. */
    public ChatModerators(ChatRooms rooms, ModerationLog log, AddressTags tags, MediaClock wallClock) {
        this.rooms = rooms;
        this.log = log;
        this.tags = tags;
        this.wallClock = wallClock;
    }

    /**
     * Whether a moderator who came from an address is kept out: by the API nobody says which person of the
     * chat they are.
     */
    public boolean isKeptOut(CameraName camera, AddressKey address) {
        return rooms.room(camera)
                .filter(room -> room.moderation().bansModeratorOf(tags.of(address)))
                .isPresent();
    }

    /**
     * Does something, unless it comes too fast; what became of it is told by the chat writer, within the time of a write, after it is in
     * force.
     */
    public CompletionStage<ModerationResult> act(CameraName camera, Moderator by, ModerationAct act) {
        CompletableFuture<ModerationResult> result = new CompletableFuture<>();
        Optional<ChatRoom> room = rooms.room(camera);
        if (room.isPresent()) {
            room.get().moderate(by, act, result::complete);
        } else {
            result.complete(ModerationResult.UNAVAILABLE);
        }
        return result;
    }

    /** The newest lines, oldest first, those that were removed too, with who did it; at most {@link #MAX_LINES}. */
    public List<ChatLine> lines(CameraName camera) {
        return log.newest(camera, MAX_LINES);
    }

    /** Bans and time-outs that have not ended. */
    public List<Sanction> sanctions(CameraName camera) {
        return log.inForce(camera, wallClock.micros()).sanctions();
    }

    /** How one may talk. */
    public ChatMode mode(CameraName camera) {
        return log.inForce(camera, wallClock.micros()).mode();
    }

    /** Who is in the room now, those who have been there longest first. */
    public List<PresentPerson> present(CameraName camera) {
        return rooms.open(camera).map(room -> room.moderation().present()).orElse(List.of());
    }
}
