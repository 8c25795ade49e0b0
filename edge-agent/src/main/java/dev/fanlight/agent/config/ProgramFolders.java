package dev.fanlight.agent.config;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where programs of the system are looked for. Stateless. */
public final class ProgramFolders {

    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

    private ProgramFolders() {}

    /** The folders of {@code PATH}, in their order. */
    public static List<Path> of(Map<String, String> environment) {
        String path = Optional.ofNullable(environment.get("PATH")).orElse(USUAL);
        return Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).toList();
    }
}
