package dev.fanlight.relay.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The executable and how it is confined. Immutable.
 *
 * @param executable {@code ffmpeg}
 * @param confinement what is put in front of it
 * @param version the first line of {@code -version}
 */
record FfmpegProgram(Path executable, Confinement confinement, String version) {

    /** It reads and writes pipes and nothing else, asks nothing, and says no more than errors. */
    private static final List<String> FIRST = List.of("-hide_banner", "-nostdin", "-loglevel", "error");

    private static final List<String> PIPES_ONLY = List.of("-protocol_whitelist", "pipe");

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C");

    /**
     * Starts it with pipes for its three streams.
     *
     * @throws IOException when the system cannot
     */
    Process start(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(FIRST);
        all.addAll(PIPES_ONLY);
        all.addAll(arguments);
        return start(executable, confinement, all);
    }

    static Process start(Path executable, Confinement confinement, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(confinement.prefix(executable));
        command.add(executable.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }
}
