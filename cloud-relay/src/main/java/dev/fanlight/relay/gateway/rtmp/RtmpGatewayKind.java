package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** RTMP as settings name it. */
public final class RtmpGatewayKind implements GatewayKind {

    @Override
    public String type() {
        return "rtmp";
    }

    @Override
    public List<Setting<?>> settings() {
        return RtmpConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        RtmpConfig config = RtmpConfig.of(settings);
        return context -> new RtmpGateway(name, config, RtmpTimeouts.STANDARD, context);
    }
}
