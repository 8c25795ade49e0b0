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
 * called on an event loop. The caller has checked that the camera exists and may be moderated.
 */
public final class ChatModerators {

    /** Most lines in a list. */
    public static final int MAX_LINES = ChatHistory.MAX_LINES;

    private final ChatRooms rooms;
    private final ModerationLog log;
    private final AddressTags tags;
    private final MediaClock wallClock;

    /** Moderates {@code rooms}; {@code log} stores their moderation. */
    public ChatModerators(ChatRooms rooms, ModerationLog log, AddressTags tags, MediaClock wallClock) {
        this.rooms = rooms;
        this.log = log;
        this.tags = tags;
        this.wallClock = wallClock;
    }

    /** Whether a moderator who came from this address is banned: a caller of the API is not known by a person’s id. */
    public boolean isKeptOut(CameraName camera, AddressKey address) {
        return rooms.room(camera)
                .filter(room -> room.moderation().bansModeratorOf(tags.of(address)))
                .isPresent();
    }

    /**
     * Queues a command, unless the rate limit is exceeded; the chat writer completes the result, within the time of a write, after the
     * command has taken effect.
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

    /** The newest lines, oldest first, removed ones included, with who removed them; at most {@link #MAX_LINES}. */
    public List<ChatLine> lines(CameraName camera) {
        return log.newest(camera, MAX_LINES);
    }

    /** Whom a ban of a person concerns now; empty when they are not known here. */
    public Optional<BanReach> reach(CameraName camera, String person) {
        return rooms.room(camera)
                .flatMap(room -> room.moderation().reach(person))
                .or(() -> log.lastLineOf(camera, person).map(ChatModerators::absent));
    }

    /** Of a person who has not been here since the relay started, neither address nor link is known. */
    private static BanReach absent(ChatLine line) {
        return new BanReach(line.person(), line.name(), line.role(), List.of(), Optional.empty(), List.of());
    }

    /** Whether a person is banned, or timed out, in force even where that is not stored. */
    public boolean isUnder(Sanction.Kind kind, CameraName camera, String person) {
        return rooms.room(camera)
                .flatMap(room -> room.moderation().find(kind, person))
                .isPresent();
    }

    /** Whether there is no room for another ban or time-out. */
    public boolean isFull(CameraName camera) {
        return rooms.room(camera).filter(room -> room.moderation().isFull()).isPresent();
    }

    /** Bans and time-outs in force. */
    public List<Sanction> sanctions(CameraName camera) {
        return log.inForce(camera, wallClock.micros()).sanctions();
    }

    /** The chat mode: slow mode, and who may post links. */
    public ChatMode mode(CameraName camera) {
        return log.inForce(camera, wallClock.micros()).mode();
    }

    /** The people in the room now, earliest arrival first. */
    public List<PresentPerson> present(CameraName camera) {
        return rooms.known(camera).map(room -> room.moderation().present()).orElse(List.of());
    }
}
