package dev.fanlight.log;

import dev.fanlight.cli.SecretMask;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Records of libraries as the other lines for programs; a stack trace is part of the message. Thread safe. */
public final class JsonFormatter extends Formatter {

    private final Supplier<Optional<String>> request;

    /** Records that are about no request. */
    public JsonFormatter() {
        this(Optional::empty);
    }

    /** {@code request} knows the id of the request that a thread works for, which is asked on the thread that logs. */
    public JsonFormatter(Supplier<Optional<String>> request) {
        this.request = request;
    }

    @Override
    public String format(LogRecord entry) {
        String message = formatMessage(entry) + trace(entry);
        String logger = Optional.ofNullable(entry.getLoggerName()).orElse("");
        return JsonLine.of(entry.getInstant(), entry.getLevel(), logger, SecretMask.text(message), request.get())
                + "\n";
    }

    private static String trace(LogRecord entry) {
        if (entry.getThrown() == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println(": " + entry.getThrown());
        for (StackTraceElement element : entry.getThrown().getStackTrace()) {
            writer.println("\tat " + element);
        }
        writer.flush();
        return text.toString().stripTrailing();
    }
}
