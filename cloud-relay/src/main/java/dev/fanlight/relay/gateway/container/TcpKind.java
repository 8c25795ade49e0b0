package dev.fanlight.relay.gateway.container;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** Containers by TCP as settings name them: {@code gateways.<name>.type=tcp}. */
public final class TcpKind implements GatewayKind {

    @Override
    public String type() {
        return "tcp";
    }

    @Override
    public List<Setting<?>> settings() {
        return TcpConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        TcpConfig config = TcpConfig.of(settings);
        require(config.port() != 0, name, TcpConfig.PORT);
        require(!config.key().isEmpty(), name, TcpConfig.KEY);
        return context -> new TcpGateway(name, config, ContainerTimeouts.STANDARD, context);
    }

    private static void require(boolean given, String name, Setting<?> setting) {
        if (!given) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "\"gateways." + name + "." + setting.key() + "\" is missing: a gateway of the kind tcp needs it.");
        }
    }
}
