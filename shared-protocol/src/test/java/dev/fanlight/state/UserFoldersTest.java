package dev.fanlight.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static UserFolders with(Map<String, String> environment) {
        return new UserFolders(environment, Path.of("/known"));
    }

    @Test
    void settingsAndStateAreBelowTheSameHome() {
        UserFolders named = with(Map.of("HOME", "/h"));
        assertThat(named.settings()).isEqualTo(Path.of("/h/.config/fanlight"));
        assertThat(named.state("relay")).isEqualTo(Path.of("/h/.local/state/fanlight/relay"));
        UserFolders unnamed = with(Map.of("HOME", ""));
        assertThat(unnamed.settings()).isEqualTo(Path.of("/known/.config/fanlight"));
        assertThat(unnamed.state("relay")).isEqualTo(Path.of("/known/.local/state/fanlight/relay"));
    }

    @Test
    void theUserAndSystemdNameOthers() {
        UserFolders user = with(Map.of("HOME", "/h", "XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/x"));
        assertThat(user.settings()).isEqualTo(Path.of("/c/fanlight"));
        assertThat(user.state("agent")).isEqualTo(Path.of("/x/fanlight/agent"));
        assertThat(with(Map.of("STATE_DIRECTORY", "/var/lib/a:/var/lib/b", "XDG_STATE_HOME", "/x"))
                        .state("agent"))
                .isEqualTo(Path.of("/var/lib/a"));
    }
}
