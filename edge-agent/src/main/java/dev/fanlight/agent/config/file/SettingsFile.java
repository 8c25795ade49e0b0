package dev.fanlight.agent.config.file;

import dev.fanlight.state.UserFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the settings file is: the first that exists. Stateless. */
public final class SettingsFile {

    /** The file of the service, below the root of the file system. */
    public static final String SYSTEM = "etc/fanlight/agent.yaml";

    private static final String VARIABLE = "FANLIGHT_CONFIG";

    private SettingsFile() {}

    /** The file that {@code $FANLIGHT_CONFIG} names, whether it exists or not, else the user’s, else the system’s below {@code root}. */
    public static Optional<Path> find(Path root, Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(ofUser(environment), root.resolve(SYSTEM))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** All places, in their order, for a sentence. */
    public static List<Path> places(Path root, Map<String, String> environment) {
        return List.of(ofUser(environment), root.resolve(SYSTEM));
    }

    /** Where a new one goes: the system’s for root, else the user’s. */
    public static Path toWrite(Path root, Map<String, String> environment) {
        return "root".equals(System.getProperty("user.name")) ? root.resolve(SYSTEM) : ofUser(environment);
    }

    private static Path ofUser(Map<String, String> environment) {
        return UserFolders.of(environment).settings().resolve("agent.yaml");
    }
}
