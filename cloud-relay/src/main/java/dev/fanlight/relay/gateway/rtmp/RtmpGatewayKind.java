package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** RTMP as settings name it. */
public final class RtmpGatewayKind implements GatewayKind {

    private static final int USUAL_PORT = 1935;

    @Override
    public String type() {
        return "rtmp";
    }

    @Override
    public List<Setting<?>> settings() {
        return TcpConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        TcpConfig config = TcpConfig.of(settings, USUAL_PORT);
        return context -> new RtmpGateway(name, config, RtmpTimeouts.STANDARD, context);
    }
}
