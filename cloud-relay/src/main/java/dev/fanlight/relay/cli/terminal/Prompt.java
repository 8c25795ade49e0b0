package dev.fanlight.relay.cli.terminal;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.Console;
import java.util.Optional;

/** Reads input from the terminal. Blocking. */
public final class Prompt {

    private Prompt() {}

    /**
     * Reads a line.
     *
     * @param instead the option that replaces the prompt
     * @throws UserException if there is no terminal, or its input ends
     */
    public static String line(String question, String instead) {
        return Optional.ofNullable(console(instead).readLine("%s", question)).orElseThrow(Prompt::ended);
    }

    /** Like {@link #line}, without echo. */
    public static String secret(String question, String instead) {
        return Optional.ofNullable(console(instead).readPassword("%s", question))
                .map(String::new)
                .orElseThrow(Prompt::ended);
    }

    private static Console console(String instead) {
        return Screen.console()
                .orElseThrow(
                        () -> new UserException(ExitCode.USAGE, "This needs a terminal. Use " + instead + " instead."));
    }

    private static UserException ended() {
        return new UserException(ExitCode.INTERRUPTED, "No input.");
    }
}
