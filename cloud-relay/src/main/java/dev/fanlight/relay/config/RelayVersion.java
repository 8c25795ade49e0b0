package dev.fanlight.relay.config;

import java.util.Optional;

/** Which version of the program this is. */
public final class RelayVersion {

    private RelayVersion() {}

    /** The version that was packed, {@code development} when it runs out of a build folder. */
    public static String text() {
        return Optional.ofNullable(RelayVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
