package dev.fanlight.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Utf8LocaleTest {

    /** The bytes of ü, which the shell makes, for this JVM’s own locale may be unable to pass them on. */
    private static final String UMLAUT = "$(printf '\\303\\274')";

    @TempDir
    private Path temp;

    @Test
    void fileNameOutsideAsciiArrivesWholeThoughTheLocaleIsC() throws Exception {
        assertThat(run("LC_ALL=C", "\"" + temp + "/" + UMLAUT + " \\\"quoted\\\" back\\\\slash\""))
                .isEqualTo("made " + temp + "/ü \"quoted\" back\\slash, exit code 7");
    }

    @Test
    void fileWithTheArgumentsIsGoneWhileTheProgramRuns() throws Exception {
        assertThat(run("LC_ALL=C", ListFiles.class, UMLAUT)).isEqualTo("[], exit code 7");
    }

    @Test
    void signalThatEndsTheFirstProcessEndsTheProgram() throws Exception {
        Process first = start("LC_ALL=C", Wait.class, UMLAUT);
        long pid = Long.parseLong(first.inputReader(UTF_8).readLine());
        assertThat(pid).isNotEqualTo(first.pid());
        ProcessHandle program = ProcessHandle.of(pid).orElseThrow();
        first.destroy();
        program.onExit().get(1, TimeUnit.MINUTES);
        assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void programIsNotStartedTwiceWhenItsArgumentsAreAscii() throws Exception {
        assertThat(run("LC_ALL=C", temp + "/plain")).isEqualTo("made " + temp + "/plain, exit code 7");
    }

    @Test
    void eachArgumentIsALineOfTheArgumentFileAndTheProgramIsLeftOff() {
        byte[] line = "java\0-jar\0a b.jar\0say \"x\" \\\n\0".getBytes(US_ASCII);
        assertThat(new String(Utf8Locale.argumentFile(line), US_ASCII))
                .isEqualTo("\"-jar\"\n\"a b.jar\"\n\"say \\\"x\\\" \\\\\\n\"\n");
    }

    private String run(String locale, String argument) throws IOException, InterruptedException {
        return run(locale, MakeFile.class, argument);
    }

    private String run(String locale, Class<?> program, String argument) throws IOException, InterruptedException {
        Process process = start(locale, program, argument);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output.strip() + ", exit code " + process.exitValue();
    }

    private Process start(String locale, Class<?> program, String argument) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = locale + " exec " + java + " -Djava.io.tmpdir=" + temp + " -cp \"$1\" '" + program.getName()
                + "' " + argument;
        return new ProcessBuilder(
                        List.of("sh", "-c", command, "sh", location(MakeFile.class) + ":" + location(Utf8Locale.class)))
                .redirectErrorStream(true)
                .start();
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /** A program that makes the file which it is given, and exits with 7. */
    static final class MakeFile {

        private MakeFile() {}

        public static void main(String[] args) {
            System.exit(Utf8Locale.relaunch().orElseGet(() -> make(args[0])));
        }

        private static int make(String name) {
            try {
                Files.createFile(Path.of(name));
                new PrintStream(System.out, true, UTF_8).print("made " + name);
                return 7;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** A program that prints its process id and waits for its end. */
    static final class Wait {

        private Wait() {}

        public static void main(String[] args) {
            System.exit(Utf8Locale.relaunch().orElseGet(Wait::untilKilled));
        }

        private static int untilKilled() {
            System.out.println(ProcessHandle.current().pid());
            try {
                new CountDownLatch(1).await();
                return 7;
            } catch (InterruptedException e) {
                return 1;
            }
        }
    }

    /** A program that prints what is in the folder for temporary files, and exits with 7. */
    static final class ListFiles {

        private ListFiles() {}

        public static void main(String[] args) {
            System.exit(Utf8Locale.relaunch().orElseGet(ListFiles::list));
        }

        private static int list() {
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                System.out.print(files.toList());
                return 7;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
