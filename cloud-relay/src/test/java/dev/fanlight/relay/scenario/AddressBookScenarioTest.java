package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner is shown where other players and encoders connect, and these addresses work. */
class AddressBookScenarioTest {

    @TempDir
    private Path temp;

    private int port;
    private TestRelay relay;

    @BeforeEach
    void start() {
        port = FreePort.next();
        Map<String, String> settings =
                Map.of("gateways.flv.type", "http_flv", "gateways.rtmp.port", String.valueOf(port));
        relay = TestRelay.start(
                temp.resolve("state"),
                RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(settings)
                        .read()));
        relay.invite("front");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void addressesOfNewKeysAndLinksConnectAnEncoderToAPlayer() throws Exception {
        JsonObject host = new JsonObject().put("host", "127.0.0.1");
        JsonObject key = post("/cameras/front/publish-keys", host);
        JsonObject link = post("/cameras/front/links", host.copy().put("can", "watch"));
        String flv = only(link.getJsonArray("players"), "HTTP-FLV").getString("url");
        JsonObject publisher = only(key.getJsonArray("publishers"), "RTMP");
        assertThat(publisher.getString("url")).isEqualTo("rtmp://127.0.0.1:" + port + "/live/" + key.getString("key"));
        String command = publisher.getString("command").replace("FILE", clip()).replace("\"", "");
        assertThat(command).startsWith("ffmpeg ");
        assertThat(flv).startsWith("https://127.0.0.1");
        try (FfmpegRun encoder = FfmpegRun.start(command.substring("ffmpeg ".length()));
                FlvPlayer player =
                        FlvPlayer.open(relay, "front", "?" + URI.create(flv).getQuery())) {
            player.expectUnits(MediaKind.VIDEO, 1);
            assertThat(encoder.exitCode()).as(encoder.output()).isZero();
        }
    }

    @Test
    void camerasAreShownWithAllAddressesAndNoKey() {
        JsonArray addresses =
                relay.host().get("/cameras/front/addresses").expect(200).array();
        assertThat(addresses.stream()
                        .map(JsonObject.class::cast)
                        .map(address -> address.getString("use") + " " + address.getString("protocol")))
                .containsExactlyInAnyOrder(
                        "publish Publish from a browser", "watch HTTP-FLV", "publish RTMP", "watch RTMP");
        CommandRun shown = CommandRun.of(temp.resolve("state"), "camera", "show", "front");
        assertThat(shown.good())
                .contains("/publish#KEY", "/live/front.flv?key=KEY", ":" + port + "/live/KEY", "KEY: of a link");
    }

    @Test
    void linksWithAPasswordHaveNoAddressesForPlayersWhichCannotAskForIt() {
        JsonObject request = new JsonObject().put("can", "watch").put("password", "tulips");
        assertThat(post("/cameras/front/links", request).getJsonArray("players"))
                .isEmpty();
    }

    private JsonObject post(String path, JsonObject body) {
        return relay.host().post(path, body).expect(201).json();
    }

    private static JsonObject only(JsonArray addresses, String protocol) {
        List<JsonObject> found = addresses.stream()
                .map(JsonObject.class::cast)
                .filter(address -> address.getString("protocol").equals(protocol))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String clip() {
        return RtmpRelay.MEDIA.resolve("h264-aac.flv").toString();
    }
}
