package dev.fanlight.protocol;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The optional parts of the protocol that a peer supports beyond version 1, as both ends list them when a connection begins
 * ({@code docs/protocol.md} §1). Immutable.
 *
 * @param names at most {@link WireLimits#MAX_FEATURES} names, each of 1–32 characters of {@code a-z 0-9 _ . -}; names that are not known
 *     mean nothing
 */
public record Features(List<String> names) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,32}");

    /** An agent lists it to learn with {@code demand} whether it is to send later what a recording lacks. */
    public static final String BACKFILL = "backfill";

    /** A relay lists it to a player that may move the head of the camera: it takes the messages {@code ptz}. */
    public static final String PTZ = "ptz";

    /** A relay that takes the act {@code pin} of moderators lists it. */
    public static final String PIN = "pin";

    /** Both ends list it to exchange reactions to lines of the chat. */
    public static final String REACTIONS = "reactions";

    /** A relay lists it to a player that may see what was recorded of the camera. */
    public static final String REWIND = "rewind";

    /**
     * An agent lists it to get {@code watching} with {@code demand}; a relay lists it to players while agents learn who watches.
     */
    public static final String WATCHING = "watching";

    /** A relay lists it to a player while it answers offers by WHEP, for the session of the player's page too. */
    public static final String WHEP = "whep";

    /** The empty list. */
    public static final Features NONE = new Features(List.of());

    /**
     * A list of features.
     *
     * @throws IllegalArgumentException when there are too many or one has no valid name
     */
    public Features {
        names = List.copyOf(names);
        if (names.size() > WireLimits.MAX_FEATURES || !names.stream().allMatch(Features::isName)) {
            throw new IllegalArgumentException("not a list of features");
        }
    }

    /** Whether this is a valid name of a feature. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether this feature is in the list. */
    public boolean has(String name) {
        return names.contains(name);
    }
}
