package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** RTSP as settings name it. */
public final class RtspGatewayKind implements GatewayKind {

    @Override
    public String type() {
        return "rtsp";
    }

    @Override
    public List<Setting<?>> settings() {
        return RtspConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        RtspConfig config = RtspConfig.of(settings);
        return context -> new RtspGateway(name, config, RtspTimeouts.STANDARD, context);
    }
}
