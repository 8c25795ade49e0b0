package dev.fanlight.agent.cli;

import java.nio.file.Path;
import java.util.Map;

/** The default state folder: systemd’s, else the user’s (XDG base directories). Stateless. */
final class AgentStateFolder {

    private AgentStateFolder() {}

    static Path of(Map<String, String> environment) {
        String service = environment.getOrDefault("STATE_DIRECTORY", "");
        if (!service.isEmpty()) {
            return Path.of(service.split(":", 2)[0]);
        }
        String user = environment.getOrDefault("XDG_STATE_HOME", "");
        Path states =
                user.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), ".local", "state") : Path.of(user);
        return states.resolve("fanlight").resolve("agent");
    }
}
