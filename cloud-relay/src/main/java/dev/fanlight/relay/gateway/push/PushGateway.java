package dev.fanlight.relay.gateway.push;

import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import java.time.Duration;
import java.util.Map;

/** Pushes the stream of one camera to one target, while the relay runs. */
final class PushGateway implements Gateway {

    private final String name;
    private final PushConfig config;
    private final PushDialer dialer;
    private final FfmpegChildren children;
    private final Push push;

    PushGateway(String name, PushConfig config, PushTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.config = config;
        this.children = relay.children();
        this.dialer = new PushDialer(relay.vertx(), timeouts.connect());
        this.push = new Push(config, timeouts, relay, dialer);
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        if (config.encodes()) {
            children.require();
        }
        push.start();
    }

    @Override
    public void prepareStop() {
        push.stop();
    }

    @Override
    public void stop(Duration limit) {
        push.stop();
        dialer.close();
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "camera",
                config.camera().text(),
                "target",
                config.target().url(),
                "state",
                push.state().text());
    }
}
