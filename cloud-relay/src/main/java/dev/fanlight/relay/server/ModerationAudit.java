package dev.fanlight.relay.server;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.relay.admin.service.Actor;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.chat.ModerationJournal;
import dev.fanlight.relay.chat.Moderator;
import java.util.Locale;
import java.util.Optional;

/**
 * Records moderation commands in the audit log. Thread safe.
 *
 * @param audit where to
 */
record ModerationAudit(AuditLog audit) implements ModerationJournal {

    @Override
    public void acted(CameraName camera, Moderator by, ModerationAct act, ModerationResult result) {
        String name = act.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String outcome = result == ModerationResult.DONE ? "" : "." + result.wireName();
        audit.record(AuditLog.Entry.of(
                actor(by).text(),
                "chat." + name + outcome,
                Optional.of(camera.text()),
                Optional.of(act.dispatch(new Target()))));
    }

    static Actor actor(Moderator by) {
        return new Actor(by.role().wireName() + ":" + by.id());
    }

    /** The line or the person that a command is about. */
    private static final class Target implements ModerationAct.Handler<String> {

        @Override
        public String on(ModerationAct.Remove act) {
            return Long.toString(act.seq());
        }

        @Override
        public String on(ModerationAct.Restore act) {
            return Long.toString(act.seq());
        }

        @Override
        public String on(ModerationAct.TimeOut act) {
            return act.person();
        }

        @Override
        public String on(ModerationAct.Ban act) {
            return act.person();
        }

        @Override
        public String on(ModerationAct.Unban act) {
            return act.person();
        }

        @Override
        public String on(ModerationAct.Slow act) {
            return act.interval().toSeconds() + "s";
        }

        @Override
        public String on(ModerationAct.Links act) {
            return act.links().wireName();
        }

        @Override
        public String on(ModerationAct.Pin act) {
            return act.note().isPresent() ? "note" : "none";
        }
    }
}
