package dev.fanlight.protocol.agent;

import java.util.Optional;

/**
 * One of those who watch a camera, as its relay tells the people there. Immutable. Label and name are text of others: who shows them removes
 * what is not printable.
 *
 * @param way what lets them watch
 * @param label what the relay’s owner calls their link; at most {@link #MAX_TEXT} characters, empty when it has no label, or the
 *     owner keeps it
 * @param name what they call themselves in the chat, if they have chosen a name; at most {@link #MAX_TEXT} characters
 * @param player the protocol of a player without chat, in small letters like {@code hls}; at most {@link #MAX_PLAYER} characters, empty
 *     for a page
 */
public record NamedViewer(Way way, Optional<String> label, Optional<String> name, Optional<String> player) {

    /** Longest text, UTF-16 code units. */
    public static final int MAX_TEXT = 64;

    /** Longest name of a protocol, characters of ASCII. */
    public static final int MAX_PLAYER = 16;

    /** Most of them in one message: with the longest texts they fit into one control message. */
    public static final int MAX_LISTED = 16;

    /** What lets them watch. */
    public enum Way {
        /** A link of the camera. */
        LINK,
        /** The camera is open to visitors without a link. */
        VISITOR,
        /** They are the owner of the relay. */
        OWNER
    }
}
