package dev.fanlight.relay.cli.option;

import dev.fanlight.cli.SecretMask;
import dev.fanlight.log.JsonFormatter;
import dev.fanlight.log.LogForm;
import dev.fanlight.relay.log.LogPacer;
import dev.fanlight.runtime.NanoClock;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

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
            handler.setFormatter(new JsonFormatter());
        }
        SecretMask.install(handler);
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.WARNING);
        FANLIGHT.setLevel(verbose ? Level.FINE : Level.INFO);
    }
}
