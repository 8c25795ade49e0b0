package dev.fanlight.relay.chat;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.MediaClock;

/** Applies to a room what another relay has changed in it. Blocking; on the chat writer only, so that it is in order with commands here. */
final class RoomReload {

    private final ChatLog log;
    private final ModerationLog moderation;
    private final MediaClock wallClock;
    private final ErrorLog errors;

    RoomReload(ChatLog log, ModerationLog moderation, MediaClock wallClock, ErrorLog errors) {
        this.log = log;
        this.moderation = moderation;
        this.wallClock = wallClock;
        this.errors = errors;
    }

    void reload(ChatRoom room) {
        try {
            ModerationLog.InForce inForce = moderation.inForce(room.camera(), wallClock.micros());
            ChatLog.Opening stored = log.open(room.camera(), ChatHistory.MAX_LINES);
            room.changed(inForce, stored);
        } catch (RuntimeException e) {
            errors.failure("What another relay has changed in a chat could not be read", e);
        }
    }
}
