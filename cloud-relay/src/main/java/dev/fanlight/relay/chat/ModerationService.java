package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.MediaClock;

/** Decides, stores and then applies moderation commands. Blocking; on the chat writer only. */
final class ModerationService {

    private final ModerationLog log;
    private final LinkRevocation links;
    private final ModerationJournal journal;
    private final MediaClock wallClock;
    private final ErrorLog errors;

    ModerationService(
            ModerationLog log, ModerationJournal journal, LinkRevocation links, MediaClock wallClock, ErrorLog errors) {
        this.log = log;
        this.links = links;
        this.journal = journal;
        this.wallClock = wallClock;
        this.errors = errors;
    }

    /** Carries a command out; true when that may have changed something. */
    boolean perform(ChatWork.Command work) {
        ModerationResult result = decide(work);
        try {
            journal.acted(work.room().camera(), work.by(), work.act(), result);
        } catch (RuntimeException e) {
            errors.failure("A moderation command could not be recorded", e);
        }
        work.answer().accept(result);
        return result == ModerationResult.DONE;
    }

    private ModerationResult decide(ChatWork.Command work) {
        try {
            return work.act().dispatch(new ModerationCommand(work.room(), work.by(), log, links, wallClock.micros()));
        } catch (RuntimeException e) {
            errors.failure("A moderation command could not be stored", e);
            return ModerationResult.UNAVAILABLE;
        }
    }

    void prune() {
        log.pruneSanctions(wallClock.micros());
    }
}
