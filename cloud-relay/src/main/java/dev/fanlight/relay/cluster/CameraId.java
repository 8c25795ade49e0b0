package dev.fanlight.relay.cluster;

/**
 * The key of a camera in the store. Unlike its name it never changes, so nodes that are informed of a rename late still refer to the same
 * camera. Immutable.
 *
 * @param text 1 to 64 characters
 */
public record CameraId(String text) {

    private static final int MAX_LENGTH = 64;

    /** Checks the length. */
    public CameraId {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a camera's id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
