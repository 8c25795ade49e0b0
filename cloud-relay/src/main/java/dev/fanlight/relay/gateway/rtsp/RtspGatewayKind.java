package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** RTSP as settings name it. */
public final class RtspGatewayKind implements GatewayKind {

    private static final int USUAL_PORT = 8554;

    @Override
    public String type() {
        return "rtsp";
    }

    @Override
    public List<Setting<?>> settings() {
        return TcpConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        TcpConfig config = TcpConfig.of(settings, USUAL_PORT);
        return context -> new RtspGateway(name, config, RtspTimeouts.STANDARD, context);
    }
}
