package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** HLS as settings name it: {@code gateways.<name>.type=hls}. It has nothing more to set. */
public final class HlsKind implements GatewayKind {

    @Override
    public String type() {
        return "hls";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        return context -> new HlsGateway(name, HlsTimeouts.STANDARD, context);
    }
}
