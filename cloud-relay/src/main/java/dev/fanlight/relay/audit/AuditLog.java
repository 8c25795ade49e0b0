package dev.fanlight.relay.audit;

import java.util.Optional;

/** Where every act of the owner and of moderators is written down, and what the owner should know of. Thread safe. */
public interface AuditLog {

    /**
     * Something somebody did. Holds ids only: no name, no text, no secret.
     *
     * @param actor who: {@code owner}, {@code token:ID}, {@code host}, {@code moderator:PERSON}, {@code device:ID} or {@code relay}
     * @param act what, like {@code link.revoke}
     * @param camera where, if it concerns one
     * @param target on whom or what, if on something
     * @param alert whether the owner should look at it
     */
    record Entry(String actor, String act, Optional<String> camera, Optional<String> target, boolean alert) {

        /** Something ordinary. */
        public static Entry of(String actor, String act, Optional<String> camera, Optional<String> target) {
            return new Entry(actor, act, camera, target, false);
        }
    }

    /**
     * An entry with its time.
     *
     * @param timeMillis when it happened, ms since 1970
     * @param entry what happened
     */
    record Dated(long timeMillis, Entry entry) {}

    /** Writes it down soon, in order; never blocks. When it cannot be written, the relay’s own log says so. */
    void record(Entry entry);
}
