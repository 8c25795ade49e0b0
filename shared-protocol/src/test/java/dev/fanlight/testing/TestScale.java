package dev.fanlight.testing;

/** How much load a test applies: little in {@code make test}, all of it in {@code make soak} (system property {@code fanlight.soak}). */
public final class TestScale {

    private static final boolean SOAK = Boolean.getBoolean("fanlight.soak");

    private TestScale() {}

    /** A count, rate or length: {@code small} in {@code make test}, {@code full} in {@code make soak}. */
    public static int of(int small, int full) {
        return SOAK ? full : small;
    }

    /** Anything else: {@code small} in {@code make test}, {@code full} in {@code make soak}. */
    public static <T> T of(T small, T full) {
        return SOAK ? full : small;
    }
}
