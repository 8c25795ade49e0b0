package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.TestRelay;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two links for two sites that see and hear each other. */
class PortalCommandScenarioTest {

    @TempDir
    private Path temp;

    private TestRelay relay;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"));
        relay.invite("kitchen");
        relay.invite("office");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void eachSiteGetsAKeyOfItsOwnCameraAndALinkToTheOther() {
        JsonObject portal =
                new JsonObject(run("kitchen", "office", "-o", "json").good());
        assertThat(portal.getJsonArray("sites")).hasSize(2);
        JsonObject kitchen = portal.getJsonArray("sites").getJsonObject(0);
        assertThat(kitchen.getString("camera")).isEqualTo("kitchen");
        assertThat(kitchen.getString("sees")).isEqualTo("office");
        assertThat(kitchen.getJsonArray("urls").getString(0))
                .matches("https?://[^/]+/portal#[a-z2-7]{26}\\.office\\.[a-z2-7]{26}");
        assertThat(relay.host().get("/cameras/kitchen/publish-keys").body()).contains(kitchen.getString("publish_key"));
        assertThat(relay.host().get("/links").body()).contains(kitchen.getString("link"));
    }

    @Test
    void itSaysHowBothAreRevoked() {
        assertThat(run("kitchen", "office").good())
                .contains("presses Join", "camera key revoke kitchen", "camera key revoke office", "link revoke");
    }

    @Test
    void nothingIsCreatedWhereACameraIsMissingOrTheSame() {
        assertThat(run("kitchen", "nowhere").bad(ExitCode.FAILED)).contains("There is no camera \"nowhere\"");
        assertThat(run("kitchen", "kitchen").bad(ExitCode.USAGE)).contains("A portal needs two cameras");
        assertThat(relay.host().get("/cameras/kitchen/publish-keys").array()).isEmpty();
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "link";
        all[1] = "portal";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandRun.of(temp.resolve("state"), all);
    }
}
