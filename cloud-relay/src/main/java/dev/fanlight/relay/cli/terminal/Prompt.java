package dev.fanlight.relay.cli.terminal;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.Console;
import java.util.Optional;

/** Asks on the terminal. Blocking. */
public final class Prompt {

    private Prompt() {}

    /**
     * What somebody types.
     *
     * @param instead the option that makes the question needless
     * @throws UserException when there is no terminal, or its input ends
     */
    public static String line(String question, String instead) {
        return Optional.ofNullable(console(instead).readLine("%s", question)).orElseThrow(Prompt::ended);
    }

    /** Like {@link #line}, but it is not seen on the screen. */
    public static String secret(String question, String instead) {
        return Optional.ofNullable(console(instead).readPassword("%s", question))
                .map(String::new)
                .orElseThrow(Prompt::ended);
    }

    private static Console console(String instead) {
        return Screen.console()
                .orElseThrow(() -> new UserException(
                        ExitCode.USAGE, "There is no terminal to ask on. Use " + instead + " instead."));
    }

    private static UserException ended() {
        return new UserException(ExitCode.INTERRUPTED, "Nothing was typed.");
    }
}
