package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** Stills and motion JPEG as settings name them. */
public final class StillGatewayKind implements GatewayKind {

    @Override
    public String type() {
        return "stills";
    }

    @Override
    public List<Setting<?>> settings() {
        return StillConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        StillConfig config = StillConfig.of(settings);
        return context -> new StillGateway(name, config, StillTimeouts.STANDARD, context);
    }
}
