package dev.fanlight.relay.stream;

/**
 * What one reader needs of a stream. Immutable.
 *
 * @param consumers number of consumers it serves; those of {@linkplain ReaderKind#isOfViewers viewers} count as such
 * @param main whether one of them needs the main rendition
 * @param low whether one of them needs the low rendition
 */
public record ReaderDemand(int consumers, boolean main, boolean low) {

    /** Nothing: the camera may sleep. */
    public static final ReaderDemand NONE = new ReaderDemand(0, false, false);

    /** One consumer of the main rendition. */
    public static final ReaderDemand ONE = new ReaderDemand(1, true, false);

    /** Whether it needs anything. */
    public boolean isActive() {
        return consumers > 0;
    }
}
