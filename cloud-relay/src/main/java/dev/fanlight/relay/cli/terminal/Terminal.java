package dev.fanlight.relay.cli.terminal;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Output of a command. Sanitizes everything, so that untrusted text cannot control the terminal. */
public final class Terminal {

    private final PrintWriter out;

    private Terminal(PrintWriter out) {
        this.out = out;
    }

    /** The terminal of a picocli command. */
    public static Terminal of(@Nullable CommandSpec spec) {
        return new Terminal(Objects.requireNonNull(spec).commandLine().getOut());
    }

    public void line(String text) {
        print(Printable.text(text));
    }

    /** Prints one line of JSON. */
    public void json(String json) {
        print(Printable.json(json));
    }

    /** Prints a trusted line, which may contain escape sequences. */
    void raw(String row) {
        print(row);
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
