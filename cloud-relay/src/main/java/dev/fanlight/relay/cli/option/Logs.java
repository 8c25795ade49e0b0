package dev.fanlight.relay.cli.option;

import dev.fanlight.cli.SecretMask;
import dev.fanlight.log.JsonFormatter;
import dev.fanlight.log.LogForm;
import dev.fanlight.relay.log.LogPacer;
import dev.fanlight.relay.log.RequestId;
import dev.fanlight.relay.log.RequestScope;
import dev.fanlight.runtime.NanoClock;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Configures the JDK’s logging: one line per record, to the error stream, without secrets. */
public final class Logs {

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final String ONE_LINE = "%1$tF %1$tT %4$s %5$s%6$s%n";
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger FANLIGHT = Logger.getLogger("dev.fanlight");

    private Logs() {}

    /** Logs our own records from INFO, those of libraries from WARNING. */
    public static void setUp(boolean verbose) {
        setUp(verbose, LogForm.TEXT);
    }

    /** The same, in this form. */
    public static void setUp(boolean verbose, LogForm form) {
        System.setProperty(FORMAT, ONE_LINE);
        LogManager.getLogManager().reset();
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFilter(new LogPacer(NanoClock.SYSTEM));
        if (form == LogForm.JSON) {
            handler.setFormatter(new JsonFormatter(Logs::request));
        } else {
            handler.setFormatter(new TextFormatter());
        }
        SecretMask.install(handler);
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.WARNING);
        FANLIGHT.setLevel(verbose ? Level.FINE : Level.INFO);
    }

    private static Optional<String> request() {
        return RequestScope.id().map(RequestId::text);
    }

    /** The request that a line is about stands behind its message. */
    private static final class TextFormatter extends SimpleFormatter {

        @Override
        public String formatMessage(LogRecord entry) {
            return super.formatMessage(entry)
                    + request().map(id -> " [request " + id + "]").orElse("");
        }
    }
}
