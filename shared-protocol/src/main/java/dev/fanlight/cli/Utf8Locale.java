package dev.fanlight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program with a UTF-8 locale when it was started with file names that its own locale cannot express: under {@code LC_ALL=C} a
 * JVM loses every letter outside ASCII before the program sees it. Linux only; stateless.
 */
public final class Utf8Locale {

    private static final String LOCALE = "LC_ALL";
    private static final String UTF_8 = "C.UTF-8";

    /** Says to the program that was started again where the file with its arguments is, which it has read by then. */
    private static final String ARGUMENTS = "FANLIGHT_RELAUNCH_ARGUMENTS";

    private static final String PREFIX = "fanlight";
    private static final String SUFFIX = ".args";
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final Path ENVIRONMENT = Path.of("/proc/self/environ");
    private static final long END_SECONDS = 10;

    private Utf8Locale() {}

    /**
     * Starts this program again and waits for its end, if its arguments, its environment or its folder need that.
     *
     * @return the exit code; empty when this process is to do the work itself
     */
    public static OptionalInt relaunch() {
        Optional.ofNullable(System.getenv(ARGUMENTS)).ifPresent(Utf8Locale::delete);
        boolean isSet = UTF_8.equals(System.getenv(LOCALE));
        if (isSet || StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding"))) {
            return OptionalInt.empty();
        }
        try {
            byte[] line = Files.readAllBytes(COMMAND_LINE);
            boolean needed = !isAscii(line)
                    || !isAscii(Files.readAllBytes(ENVIRONMENT))
                    || !isAscii(System.getProperty("user.dir", "").getBytes(StandardCharsets.UTF_8));
            return needed ? OptionalInt.of(run(line)) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty(); // no /proc: as good as this locale allows
        }
    }

    /** The content of an argument file of the Java launcher: one quoted argument a line. */
    static byte[] argumentFile(byte[] commandLine) {
        String[] words = new String(commandLine, StandardCharsets.ISO_8859_1).split("\0", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < words.length - 1; i++) {
            String word = words[i].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            text.append('"').append(word).append("\"\n");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int run(byte[] commandLine) throws IOException {
        Path arguments = Files.createTempFile(
                PREFIX, SUFFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(arguments, argumentFile(commandLine));
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            ProcessBuilder builder =
                    new ProcessBuilder(new ArrayList<>(List.of(java.toString(), "@" + arguments))).inheritIO();
            builder.environment().put(LOCALE, UTF_8);
            builder.environment().put(ARGUMENTS, arguments.toString());
            return exitCode(builder.start(), arguments);
        } finally {
            Files.deleteIfExists(arguments);
        }
    }

    private static int exitCode(Process program, Path arguments) {
        Thread shutdown = new Thread(() -> end(program, arguments), "shutdown");
        Runtime.getRuntime().addShutdownHook(shutdown);
        try {
            return program.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(program, arguments);
            return ExitCode.INTERRUPTED;
        }
    }

    private static void end(Process program, Path arguments) {
        program.destroy();
        try {
            if (!program.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(arguments.toString());
    }

    /** The arguments may have a join link or a password of a camera, which must not outlive the start. */
    private static void delete(String arguments) {
        Path file = Path.of(arguments);
        String name = String.valueOf(file.getFileName());
        try {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The process that made the file deletes it at the end.
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
