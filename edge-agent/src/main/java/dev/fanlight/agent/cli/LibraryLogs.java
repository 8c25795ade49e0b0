package dev.fanlight.agent.cli;

import dev.fanlight.cli.SecretMask;
import dev.fanlight.log.JsonFormatter;
import dev.fanlight.log.LogForm;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log levels of libraries: what matters to people is in our own sentences. Process-wide. */
final class LibraryLogs {

    /** Strong references, or the JDK collects the loggers and their levels. */
    private static final List<Logger> LIBRARIES = List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));

    private LibraryLogs() {}

    /** Logs without secrets, and failures only, or with {@code verbose} warnings too. */
    static void quiet(boolean verbose) {
        quiet(verbose, LogForm.TEXT);
    }

    /** The same, in this form. */
    static void quiet(boolean verbose, LogForm form) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (form == LogForm.JSON) {
                handler.setFormatter(new JsonFormatter());
            }
            SecretMask.install(handler);
        }
        LIBRARIES.forEach(logger -> logger.setLevel(verbose ? Level.WARNING : Level.SEVERE));
    }
}
