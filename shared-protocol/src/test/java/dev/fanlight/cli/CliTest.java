package dev.fanlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CliTest {

    private final StringWriter err = new StringWriter();

    @Test
    void failureThatTheUserCanMendIsOneSentenceAndItsCode() {
        assertThat(run("--fail", "user")).isEqualTo(ExitCode.CAMERA);
        assertThat(err.toString()).isEqualTo("✗ No camera found.\n");
    }

    @Test
    void unexpectedFailureShowsNoStackTraceUnlessAsked() {
        assertThat(run("--fail", "bug")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("Internal error").doesNotContain("\tat ");
        run("--fail", "bug", "--verbose");
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void misspelledOptionIsAnsweredWithTheLikelyOne() {
        assertThat(run("--fial", "user")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--fial")
                .contains("Did you mean \"--fail\"?")
                .doesNotContain("\tat ");
    }

    private int run(String... args) {
        CommandLine line = Cli.of(new Probe());
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Command(name = "probe")
    private static final class Probe implements Callable<Integer> {

        @Option(names = "--fail")
        private String how = "";

        @Option(names = "--verbose")
        private boolean verbose;

        @Override
        public Integer call() {
            if (how.equals("user")) {
                throw new UserException(ExitCode.CAMERA, "No camera found.");
            }
            throw new IllegalStateException("boom, verbose " + verbose);
        }
    }
}
