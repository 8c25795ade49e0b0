package dev.fanlight.relay.chat;

import dev.fanlight.relay.log.ErrorLog;

/** Delivers lines that another relay has stored. On the chat writer only, so that they are in one order with its own. */
final class MissedLines {

    private final ChatLog log;
    private final ErrorLog errors;

    MissedLines(ChatLog log, ErrorLog errors) {
        this.log = log;
        this.errors = errors;
    }

    /** Delivers the lines of a room after its last one and before {@code end}. Reads the store only when numbers are missing. */
    void deliver(ChatRoom room, long end) {
        long last = room.lastSeq();
        if (last + 1 >= end) {
            return;
        }
        try {
            log.open(room.camera(), ChatHistory.MAX_LINES).lines().stream()
                    .filter(line -> line.seq() > last && line.seq() < end)
                    .forEach(room::appended);
        } catch (RuntimeException e) {
            errors.failure("Chat lines of another relay could not be read", e);
        }
    }
}
