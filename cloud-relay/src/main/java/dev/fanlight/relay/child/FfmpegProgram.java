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

    /** Part of the coreutils, which every system has that the relay’s FFmpeg runs on. */
    private static final List<String> IN_BACKGROUND = List.of("/usr/bin/nice", "-n", "10");

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C");

    /**
     * Starts it with pipes for its three streams.
     *
     * @throws IOException when the system cannot
     */
    Process start(ChildTask task) throws IOException {
        List<String> all = new ArrayList<>(FIRST);
        all.addAll(PIPES_ONLY);
        all.addAll(task.arguments());
        return start(task.inBackground() ? IN_BACKGROUND : List.of(), executable, confinement, all);
    }

    static Process start(Path executable, Confinement confinement, List<String> arguments) throws IOException {
        return start(List.of(), executable, confinement, arguments);
    }

    private static Process start(List<String> prefix, Path executable, Confinement confinement, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(confinement.prefix(executable));
        command.add(executable.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }
}
