package dev.fanlight.relay.gateway.srt;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** SRT as settings name it. */
public final class SrtGatewayKind implements GatewayKind {

    @Override
    public String type() {
        return "srt";
    }

    @Override
    public List<Setting<?>> settings() {
        return SrtConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        SrtConfig config = SrtConfig.of(settings);
        if (config.port() == 0) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "\"gateways." + name + ".port\" must not be 0: a gateway of the kind srt has no other port.");
        }
        return context -> new SrtGateway(name, config, ContainerTimeouts.STANDARD, context);
    }
}
