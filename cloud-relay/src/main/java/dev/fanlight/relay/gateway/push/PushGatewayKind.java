package dev.fanlight.relay.gateway.push;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** Pushing as settings name it: one gateway for each camera and target. */
public final class PushGatewayKind implements GatewayKind {

    @Override
    public String type() {
        return "push";
    }

    @Override
    public List<Setting<?>> settings() {
        return PushConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        PushConfig config = PushConfig.of(name, settings);
        return context -> new PushGateway(name, config, PushTimeouts.STANDARD, context);
    }
}
