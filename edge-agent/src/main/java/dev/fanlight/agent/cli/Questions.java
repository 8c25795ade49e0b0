package dev.fanlight.agent.cli;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.Console;
import java.util.Optional;

/** Asks the person at the terminal; without one, says which option answers instead. Blocking. */
final class Questions {

    private final Optional<Console> console;

    private Questions(Optional<Console> console) {
        this.console = console;
    }

    /** Asks at this terminal. */
    static Questions at(Optional<Console> console) {
        return new Questions(console);
    }

    /** The terminal of this process, if neither input nor output is redirected. */
    @SuppressWarnings("SystemConsoleNull")
    static Questions ofProcess() {
        // From JDK 22 on the default console exists even without a terminal.
        System.setProperty("jdk.console", "java.base");
        return new Questions(Optional.ofNullable(System.console()));
    }

    /**
     * The answer to a question.
     *
     * @param instead the option that answers it
     * @throws UserException when there is no terminal
     */
    String ask(String question, String instead) {
        Console terminal = console.orElseThrow(() -> new UserException(
                ExitCode.USAGE,
                "This needs a terminal to ask: \"" + question.strip() + "\" Without one, use " + instead + "."));
        return Optional.ofNullable(terminal.readLine("%s ", question))
                .map(String::strip)
                .orElseThrow(() -> new UserException(ExitCode.INTERRUPTED, "No answer."));
    }
}
