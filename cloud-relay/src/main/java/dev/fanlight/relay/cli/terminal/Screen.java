package dev.fanlight.relay.cli.terminal;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal of the process. */
public final class Screen {

    /** Minimum width for a QR code. */
    public static final int MIN_COLUMNS = 40;

    private static final int DEFAULT_COLUMNS = 80;
    private static final long LIMIT_SECONDS = 2;

    private Screen() {}

    /** The console, if neither input nor output is redirected. */
    @SuppressWarnings("SystemConsoleNull")
    public static Optional<Console> console() {
        // From JDK 22 on the default console exists even without a terminal.
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console());
    }

    /** Its width in columns; 80 if unknown. Blocking, 2 s at most. */
    public static int columns() {
        return size().orElse(DEFAULT_COLUMNS);
    }

    /** Java has no API for it; {@code stty size} prints rows and columns. */
    private static Optional<Integer> size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.matches("[0-9]{1,4} [1-9][0-9]{0,3}")
                    ? Optional.of(Integer.parseInt(answer.split(" ", 2)[1]))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
