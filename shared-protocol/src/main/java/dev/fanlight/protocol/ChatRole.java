package dev.fanlight.protocol;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do in a camera’s chat; each includes the ones before it. */
public enum ChatRole {

    /** Read. */
    WATCHER,

    /** Also write. */
    CHATTER,

    /** Also take lines and people out. */
    MODERATOR,

    /** Everything, to moderators too. */
    OWNER;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The badge that a line of such a person carries. */
    public Optional<Badge> badge() {
        return switch (this) {
            case WATCHER, CHATTER -> Optional.empty();
            case MODERATOR -> Optional.of(Badge.MODERATOR);
            case OWNER -> Optional.of(Badge.OWNER);
        };
    }
}
