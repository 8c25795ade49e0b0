package dev.fanlight.relay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import dev.fanlight.settings.ValueParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayKindsTest {

    private final List<String> configured = new ArrayList<>();
    private final GatewayKinds kinds = new GatewayKinds(List.of(new Kind("rtmp"), new Kind("rtsp")));

    @Test
    void aGatewayIsOfTheKindThatIsSetOrThatItIsCalledLike() {
        read(Map.of(
                "gateways.rtmp.port",
                "1",
                "gateways.rtsp.port",
                "2",
                "gateways.yard.port",
                "3",
                "gateways.yard.type",
                "rtmp"));
        assertThat(configured).containsExactlyInAnyOrder("rtmp rtmp", "rtsp rtsp", "rtmp yard");
    }

    @Test
    void aNameThatIsNoKindNeedsAKind() {
        assertThatThrownBy(() -> read(Map.of("gateways.yard.port", "3")))
                .isInstanceOf(UserException.class)
                .hasMessage("\"gateways.yard.type\" is missing: it must be one of rtmp, rtsp.");
    }

    @Test
    void whatAKindDoesNotHaveIsRefusedThoughOthersHaveIt() {
        GatewayKinds both = new GatewayKinds(List.of(new Kind("rtmp"), new WithoutSettings()));
        Settings settings = new SettingsReader(SettingsSchema.of(List.of()).with(both.sections()))
                .overrides(Map.of("gateways.flv.port", "3"))
                .read();
        assertThatThrownBy(() -> both.configured(settings))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "\"gateways.flv.port\" is not a setting of a gateway of the kind flv, which has nothing to set.");
    }

    private void read(Map<String, String> values) {
        Settings settings = new SettingsReader(SettingsSchema.of(List.of()).with(kinds.sections()))
                .overrides(values)
                .read();
        kinds.configured(settings);
    }

    private static final class WithoutSettings implements GatewayKind {

        @Override
        public String type() {
            return "flv";
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of();
        }

        @Override
        public GatewayFactory configured(String name, Settings settings) {
            throw new IllegalStateException("not made here");
        }
    }

    private final class Kind implements GatewayKind {

        private static final Setting<Integer> PORT = new Setting<>("port", "0", ValueParser.integer(0, 9), "Port.");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(PORT);
        }

        @Override
        public GatewayFactory configured(String name, Settings settings) {
            configured.add(type + " " + name);
            return context -> {
                throw new IllegalStateException("not made here");
            };
        }
    }
}
