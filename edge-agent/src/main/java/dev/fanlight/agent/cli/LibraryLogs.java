package dev.fanlight.agent.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries may write to stderr: what matters to people is in our own sentences. Process-wide. */
final class LibraryLogs {

    /** Held on to, or the JDK forgets their levels. */
    private static final List<Logger> LIBRARIES = List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));

    private LibraryLogs() {}

    /** Lets failures through only, or with {@code verbose} warnings too. */
    static void quiet(boolean verbose) {
        LIBRARIES.forEach(logger -> logger.setLevel(verbose ? Level.WARNING : Level.SEVERE));
    }
}
