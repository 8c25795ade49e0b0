package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** HLS as settings name it: {@code gateways.<name>.type=hls}. */
public final class HlsKind implements GatewayKind {

    @Override
    public String type() {
        return "hls";
    }

    @Override
    public List<Setting<?>> settings() {
        return HlsConfig.SETTINGS;
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        HlsConfig config = HlsConfig.of(settings);
        return context -> new HlsGateway(name, config, HlsTimeouts.STANDARD, context);
    }
}
