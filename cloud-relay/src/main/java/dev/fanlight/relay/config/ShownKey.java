package dev.fanlight.relay.config;

import java.util.Optional;

/**
 * What the owner is shown of a publish key or a link, in addresses. Immutable.
 *
 * @param id no secret; empty when no key is shown
 * @param secret the key itself, or what stands in its place
 */
public record ShownKey(Optional<String> id, String secret) {

    /** What stands in an address in place of a key that is not known. */
    public static final ShownKey UNKNOWN = new ShownKey(Optional.empty(), "KEY");

    private static final String UNKNOWN_ID = "ID";

    /** A key that was just made. */
    public static ShownKey of(String id, String secret) {
        return new ShownKey(Optional.of(id), secret);
    }

    /** The id, or what stands in its place. */
    String idText() {
        return id.orElse(UNKNOWN_ID);
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "ShownKey[" + id + "]";
    }
}
