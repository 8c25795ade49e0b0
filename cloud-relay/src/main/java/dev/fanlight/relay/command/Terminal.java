package dev.fanlight.relay.command;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class Terminal {

    private final PrintWriter out;

    private Terminal(PrintWriter out) {
        this.out = out;
    }

    /** The terminal of a command that picocli has set up. */
    static Terminal of(@Nullable CommandSpec spec) {
        return new Terminal(Objects.requireNonNull(spec).commandLine().getOut());
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
