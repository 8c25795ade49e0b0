package dev.fanlight.relay.cli.terminal;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. Nothing that it is given can make the terminal do anything but show text. */
public final class Terminal {

    private final PrintWriter out;

    private Terminal(PrintWriter out) {
        this.out = out;
    }

    /** The terminal of a command that picocli has set up. */
    public static Terminal of(@Nullable CommandSpec spec) {
        return new Terminal(Objects.requireNonNull(spec).commandLine().getOut());
    }

    public void line(String text) {
        print(Printable.text(text));
    }

    /** One line of JSON, as {@code encode()} makes it. */
    public void json(String json) {
        print(Printable.json(json));
    }

    /** A line that is ours to the last character, with colours. */
    void picture(String row) {
        print(row);
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
