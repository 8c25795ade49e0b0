package dev.fanlight.relay.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the relay’s own in the commands that it shares with the agent. */
class ConfigCommandTest {

    @TempDir
    private Path folder;

    @Test
    void showNamesGatewaysAndOriginsAndNoSecret() throws IOException {
        Path file = file("store:\n  url: postgresql://ann:hunter2@db/fanlight\ngateways:\n  rtsp:\n    port: 8554\n");
        CommandRun run = CommandRun.of("config", "show", "--changed", "-c", file.toString(), "--set", "chat.keep=1h");
        assertThat(run.good())
                .containsPattern("gateways\\.rtsp\\.port +8554 +\\(" + file + " line 5\\)")
                .containsPattern("chat\\.keep +1h +\\(--set\\)")
                .contains("store.url")
                .doesNotContain("hunter2");
        assertThat(CommandRun.of("config", "show", "--no-origin", "--changed", "--set", "chat.keep=1h")
                        .good())
                .contains("chat.keep=1h\n");
    }

    @Test
    void checkFindsWhatDoesNotFitTogetherAndWhatNoGatewayHas() throws IOException {
        assertThat(check("http:\n  prot: 1\n")).contains("line 2: \"http.prot\"", "Did you mean \"http.port\"?");
        assertThat(check("http:\n  behind_proxy: true\n")).contains("needs http.public_host");
        assertThat(check("gateways:\n  hls:\n    port: 3\n")).contains("hls");
    }

    @Test
    void aFileThatInitHasWrittenHasEveryKeyAndIsValidAndPrivate() throws IOException {
        Path file = folder.resolve("new/relay.yaml");
        assertThat(CommandRun.of("config", "init", file.toString()).good()).contains("✓ wrote " + file);
        assertThat(PrivateFiles.isOpenToOthers(file)).isFalse();
        int all = RelayGateways.SCHEMA.settings().size();
        assertThat(CommandRun.of("config", "check", file.toString()).good()).contains(all + " settings, all valid");
        assertThat(CommandRun.of("config", "init", file.toString()).bad(3)).contains("is not overwritten");
    }

    @Test
    void explainAndSchemaKnowSettingsOfGateways() {
        assertThat(CommandRun.of("config", "explain", "gateways.tv.type").good())
                .contains("FANLIGHT_GATEWAYS_TV_TYPE", "gateways: {tv: {type: }}");
        assertThat(CommandRun.of("config", "explain", "http.prot").bad(2))
                .contains("Did you mean \"http.port\"?", "fanlight-relay config show");
        assertThat(CommandRun.of("config", "schema").good())
                .contains("\"title\" : \"Settings of fanlight-relay\"", "\"gateways\" : {", "\"maxProperties\" : 32");
    }

    private String check(String text) throws IOException {
        return CommandRun.of("config", "check", file(text).toString()).bad(3);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("relay.yaml"), text);
    }
}
