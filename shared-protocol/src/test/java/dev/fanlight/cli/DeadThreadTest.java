package dev.fanlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A program one of whose threads has died ends with a code with which systemd starts it again; it used to live on, doing nothing. */
@StartsProcesses
class DeadThreadTest {

    @ParameterizedTest
    @ValueSource(strings = {"main", "loop", "loop-whose-report-fails", "thread", "hanging-hook"})
    void processEndsWithAnErrorOfAnyThread(String where) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        where)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("it ends").isTrue();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(output).isEqualTo(ExitCode.FAILED);
            assertThat(output).contains("✗ ", "NoClassDefFoundError");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Dies as a program dies whose jar was overwritten: a class is not there any more when a thread needs it. */
    @Command(name = "program")
    static final class Program implements Callable<Integer> {

        @Parameters
        private String where = "";

        public static void main(String[] args) {
            Cli.run(new Program(), args);
        }

        @Override
        public Integer call() throws Exception {
            CompletableFuture<Integer> end = new CompletableFuture<>();
            switch (where) {
                case "loop" -> LoopRunner.start(new Dying(), end::completeExceptionally);
                case "loop-whose-report-fails" ->
                    LoopRunner.start(new Dying(), e -> {
                        throw new NoClassDefFoundError("Report");
                    });
                case "thread" ->
                    new Thread(() -> {
                                throw new NoClassDefFoundError("Gone");
                            })
                            .start();
                default -> {
                    if (where.equals("hanging-hook")) {
                        Runtime.getRuntime().addShutdownHook(new Thread(Program::hang));
                    }
                    throw new NoClassDefFoundError("Gone");
                }
            }
            return end.get();
        }

        private static void hang() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Dying implements Loop {

        @Override
        public boolean doWork() {
            throw new NoClassDefFoundError("Gone");
        }

        @Override
        public String roleName() {
            return "dying";
        }
    }
}
