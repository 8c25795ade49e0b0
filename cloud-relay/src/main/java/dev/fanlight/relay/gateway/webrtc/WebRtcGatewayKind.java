package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** WebRTC as settings name it. */
public final class WebRtcGatewayKind implements GatewayKind {

    @Override
    public String type() {
        return "webrtc";
    }

    @Override
    public List<Setting<?>> settings() {
        return WebRtcConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        WebRtcConfig config = WebRtcConfig.of(name, settings);
        return context -> new WebRtcGateway(name, config, WebRtcTimeouts.STANDARD, context);
    }
}
