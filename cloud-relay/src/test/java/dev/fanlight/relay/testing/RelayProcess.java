package dev.fanlight.relay.testing;

import dev.fanlight.relay.cli.RelayMain;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The relay as a process of its own, which a test may kill; what it prints goes to a file. */
public final class RelayProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready on port (\\d+)");

    private final Process process;
    private final Path output;
    private final Path state;
    private final int plainPort;

    private RelayProcess(Process process, Path output, Path state, int plainPort) {
        this.process = process;
        this.output = output;
        this.state = state;
        this.plainPort = plainPort;
    }

    /** Starts {@code serve} with a state folder in {@code temp}, and waits until it is ready. */
    public static RelayProcess start(Path temp) throws IOException {
        return start(temp, FreePort.next());
    }

    public static RelayProcess start(Path temp, int plainPort) throws IOException {
        Path state = temp.resolve("state");
        return start(serve(state, plainPort), temp, state, plainPort).awaitReady();
    }

    /** Starts {@code serve} with these settings besides. */
    public static RelayProcess start(Path temp, Map<String, String> settings) throws IOException {
        Path state = Files.createDirectories(temp).resolve("state");
        int plainPort = FreePort.next();
        List<String> command = new ArrayList<>(serve(state, plainPort));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return start(command, temp, state, plainPort).awaitReady();
    }

    /** Starts {@code serve} as systemd would, with a settings file and more variables in its environment; does not wait. */
    public static RelayProcess starting(Path temp, Path settings, Map<String, String> environment) throws IOException {
        return starting(temp, FreePort.next(), settings, environment);
    }

    /** Starts {@code serve} with a settings file and the form of its log; does not wait. */
    public static RelayProcess logging(Path temp, Path settings, String form) throws IOException {
        int plainPort = FreePort.next();
        Path state = temp.resolve("state");
        List<String> command = new ArrayList<>(serve(state, plainPort));
        command.addAll(List.of("-c", settings.toString(), "--log", form));
        return start(command, Map.of(), temp, state, plainPort);
    }

    public static RelayProcess starting(Path temp, int plainPort, Path settings, Map<String, String> environment)
            throws IOException {
        return starting(temp, plainPort, settings, environment, Optional.empty());
    }

    /** The same, from a jar of another version. */
    public static RelayProcess starting(
            Path temp, int plainPort, Path settings, Map<String, String> environment, Optional<String> jar)
            throws IOException {
        Path state = temp.resolve("state");
        List<String> command = new ArrayList<>(serve(state, plainPort));
        jar.ifPresent(path -> command.set(command.indexOf(System.getProperty("java.class.path")), path));
        command.addAll(List.of("-c", settings.toString()));
        return start(command, environment, temp, state, plainPort);
    }

    /**
     * Starts {@code serve} with a state folder on a disk of its own, of {@code kib} KiB, which only that process and its folder
     * {@code /proc/PID/root} can see.
     */
    public static RelayProcess onSmallDisk(Path temp, int kib) throws IOException {
        Path disk = Files.createDirectories(temp.resolve("disk"));
        int plainPort = FreePort.next();
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o mode=700,size=" + kib + "k tmpfs '" + disk + "' && exec \"$@\"",
                "sh"));
        command.addAll(serve(disk.resolve("state"), plainPort));
        RelayProcess starting = start(command, temp, disk.resolve("state"), plainPort);
        Path root = Path.of("/proc", Long.toString(starting.process.pid()), "root");
        Path seen = root.resolve(Path.of("/").relativize(disk.toAbsolutePath())).resolve("state");
        return new RelayProcess(starting.process, starting.output, seen, plainPort).awaitReady();
    }

    /** Whether this computer lets a test have a disk of its own. */
    public static boolean canHaveSmallDisk() {
        try {
            Process trial = new ProcessBuilder(
                            "unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                    .redirectErrorStream(true)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static RelayProcess start(List<String> command, Path temp, Path state, int plainPort) throws IOException {
        return start(command, Map.of(), temp, state, plainPort);
    }

    private static RelayProcess start(
            List<String> command, Map<String, String> environment, Path temp, Path state, int plainPort)
            throws IOException {
        Path output = temp.resolve("relay-" + System.nanoTime() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new RelayProcess(process, output, state, plainPort);
    }

    private static List<String> serve(Path state, int plainPort) {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(
                "serve",
                "--state",
                state.toString(),
                "--set",
                "http.port=0",
                "--set",
                "http.plain_port=" + plainPort,
                "--set",
                "limits.connects_per_minute=100000",
                "--set",
                "limits.tries_per_minute=100000"));
        return command;
    }

    /** The program with this test’s classes. */
    public static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RelayMain.class.getName());
    }

    /** Waits until it listens. */
    public RelayProcess awaitReady() {
        Await.until("a relay that is ready", () -> output().contains("Ready on port") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError(output());
        }
        return this;
    }

    public int plainPort() {
        return plainPort;
    }

    /** The port with TLS, once it is ready. */
    public int port() {
        Matcher ready = READY.matcher(output());
        if (!ready.find()) {
            throw new AssertionError(output());
        }
        return Integer.parseInt(ready.group(1));
    }

    public String origin() {
        return "http://127.0.0.1:" + plainPort;
    }

    public Path state() {
        return state;
    }

    public TestApi host() {
        return TestApi.host(RelayStateFolder.open(state));
    }

    /** Everything it has printed. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Process process() {
        return process;
    }

    /** Ends it as a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
