package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.Cli;
import dev.fanlight.relay.cli.RelayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What a command line came to, run in this process. */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(Path state, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state", state.toString()));
        return of(all.toArray(String[]::new));
    }

    public static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Cli.of(new RelayCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** What it printed; it must have worked. */
    public String good() {
        assertThat(exitCode).as(err).isZero();
        assertThat(err).isEmpty();
        return out;
    }

    /** What it complained about: one sentence and nothing else. */
    public String bad(int expectedCode) {
        assertThat(exitCode).as(out + err).isEqualTo(expectedCode);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("✗ ").doesNotContain("Exception", "\tat ", "went wrong inside");
        return err;
    }
}
