package dev.fanlight.relay.gateway.flv;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** HTTP-FLV as settings name it: {@code gateways.<name>.type=http_flv}. It has nothing more to set. */
public final class HttpFlvKind implements GatewayKind {

    @Override
    public String type() {
        return "http_flv";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        return context -> new HttpFlvGateway(name, context);
    }
}
