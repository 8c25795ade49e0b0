package dev.fanlight.agent;

import java.util.Optional;

/** The version of this program, out of the jar’s manifest. Stateless. */
public final class AgentVersion {

    private AgentVersion() {}

    /** For example {@code 0.1.0-SNAPSHOT}; {@code development} outside of a jar. */
    public static String text() {
        return Optional.ofNullable(AgentVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
