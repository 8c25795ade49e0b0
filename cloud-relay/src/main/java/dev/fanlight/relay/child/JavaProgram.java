package dev.fanlight.relay.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A class of the relay’s own jar as a small process of its own, for native code that must not be loaded into the relay. Immutable.
 *
 * @param mainClass by name, since nothing of it is to be loaded here
 * @param options of the JVM
 */
public record JavaProgram(String mainClass, List<String> options) {

    /** A small heap, and compiled quickly rather than well. */
    private static final List<String> SMALL = List.of(
            "-Xmx64m",
            "-Xss256k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:-UsePerfData");

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");

    /** Keeps a copy. */
    public JavaProgram {
        options = List.copyOf(options);
    }

    /**
     * Starts it, with pipes for its three streams. The kernel kills it when the calling thread ends, where that can be had.
     *
     * @throws IOException when the system cannot
     */
    public Process start() throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            command.addAll(List.of(SETPRIV.toString(), "--no-new-privs", "--pdeathsig", "KILL"));
        }
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    private static String classPath() {
        List<String> all = new ArrayList<>();
        for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            all.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, all);
    }
}
