package dev.fanlight.state;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where programs keep the settings and the state of this user (XDG base directories), below the same home: {@code $HOME}, and without it the
 * one that Java knows. Immutable.
 *
 * @param environment variables of the process
 * @param home where there is no {@code $HOME}
 */
public record UserFolders(Map<String, String> environment, Path home) {

    private static final String PRODUCT = "fanlight";

    /** Those of this process. */
    public static UserFolders of(Map<String, String> environment) {
        return new UserFolders(environment, Path.of(System.getProperty("user.home", ".")));
    }

    /** The folder of settings files. */
    public Path settings() {
        return base("XDG_CONFIG_HOME", ".config").resolve(PRODUCT);
    }

    /** The state folder of {@code program}: systemd’s for a service, else the user’s. */
    public Path state(String program) {
        String service = environment.getOrDefault("STATE_DIRECTORY", "");
        return service.isBlank()
                ? base("XDG_STATE_HOME", ".local/state").resolve(PRODUCT).resolve(program)
                : Path.of(service.split(":", 2)[0]);
    }

    private Path base(String variable, String belowHome) {
        String named = environment.getOrDefault(variable, "");
        return named.isBlank() ? ownHome().resolve(belowHome) : Path.of(named);
    }

    private Path ownHome() {
        String named = environment.getOrDefault("HOME", "");
        return named.isBlank() ? home : Path.of(named);
    }
}
