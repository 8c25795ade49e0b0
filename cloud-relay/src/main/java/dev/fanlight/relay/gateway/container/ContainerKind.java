package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** Containers by HTTPS as settings name them: {@code gateways.<name>.type=container}. It has nothing more to set. */
public final class ContainerKind implements GatewayKind {

    @Override
    public String type() {
        return "container";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public GatewayFactory configured(String name, Settings settings) {
        return context -> new ContainerGateway(name, ContainerTimeouts.STANDARD, context);
    }
}
