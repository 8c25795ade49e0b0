package dev.fanlight.relay.store;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes rights back whether or not the store can be written: a right that is still stored is refused from memory, until its end is stored.
 * Blocking where it writes; thread safe.
 */
public final class Revocations {

    /** What a right allows; with its id it names the right. */
    public enum Kind {
        /** Watching by a link. */
        LINK,
        /** Publishing by a device. */
        DEVICE,
        /** Publishing by a key. */
        PUBLISH_KEY,
        /** The owner’s, by a session. */
        OWNER_SESSION,
        /** The owner’s, by an API token. */
        TOKEN,
        /** Watching without a link; the id is the name of a camera. */
        VISITORS,
        /** Anything with a camera; the id is its name. */
        CAMERA
    }

    private final UnstoredChanges changes;

    Revocations(UnstoredChanges changes) {
        this.changes = changes;
    }

    /**
     * What came of it.
     *
     * @param inForce whether the right has ended by this
     * @param unstored why that is not stored, if it is not
     */
    public record Taken(boolean inForce, Optional<StoreException> unstored) {

        /**
         * Whether the right has ended by this.
         *
         * @throws NotStoredException when it has, but that is not stored
         */
        public boolean orThrow() {
            unstored.ifPresent(e -> {
                throw new NotStoredException(e);
            });
            return inForce;
        }
    }

    /**
     * Takes a right back that exists. Open sessions are not checked by this.
     *
     * @param write ends it in the store; whether there was one
     * @throws StoreException when it cannot be kept in memory either, or the store could not take it later either
     */
    public Taken take(Kind kind, String id, BooleanSupplier write) {
        try {
            return new Taken(changes.supersede(key(kind, id), write::getAsBoolean), Optional.empty());
        } catch (StoreUnavailableException e) {
            if (!changes.add(key(kind, id), () -> endStored(write))) {
                throw e;
            }
            return new Taken(true, Optional.of(e));
        }
    }

    /** One that is gone by now needs no end. */
    private static void endStored(BooleanSupplier write) {
        boolean unused = write.getAsBoolean();
    }

    /**
     * Grants a right anew: what of its end was not stored yet must not undo that. Blocking.
     *
     * @param write grants it in the store
     */
    public boolean grant(Kind kind, String id, BooleanSupplier write) {
        return changes.supersede(key(kind, id), write::getAsBoolean);
    }

    /**
     * Stores the end of a right if that is not stored yet, before what it names gets another name or is used again. Blocking.
     *
     * @throws StoreException when the store still refuses it
     */
    public void storeFirst(Kind kind, String id) {
        changes.storeNow(key(kind, id));
    }

    /** Whether a right that is stored has been taken back. Does not block. */
    boolean isTaken(Kind kind, String id) {
        return changes.contains(key(kind, id));
    }

    private static String key(Kind kind, String id) {
        return kind + " " + id;
    }
}
