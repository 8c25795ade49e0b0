package dev.fanlight.relay.gateway.push;

import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PushStatus;
import dev.fanlight.relay.outbound.TargetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pushes the stream of one camera to one target, while the relay runs. */
final class PushGateway implements Gateway {

    private final String name;
    private final PushConfig config;
    private final PushDialer dialer;
    private final GatewayContext relay;
    private final Push push;
    private final PushTimeouts timeouts;
    private volatile Optional<WhipServices> whip = Optional.empty();

    PushGateway(String name, PushConfig config, PushTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.config = config;
        this.relay = relay;
        this.timeouts = timeouts;
        this.dialer = new PushDialer(relay.vertx(), timeouts.connect());
        this.push = new Push(name, config, timeouts, relay, dialer);
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        boolean srt = config.target().srt().isPresent();
        if (srt || config.encodes()) {
            relay.children().require();
        }
        if (srt) {
            relay.srt().require().ifPresent(push.progress()::foresee);
        }
        if (config.target().whip()) {
            openPort();
        }
        push.start();
        checkTarget();
    }

    private void openPort() {
        try {
            WhipServices opened = WhipServices.open(relay, timeouts.connect(), Optional.empty());
            whip = Optional.of(opened);
            dialer.use(opened);
        } catch (IOException e) {
            relay.errors().failure("No UDP port for the push " + name, e);
        }
    }

    /** Its owner learns at the start, not with the first frame, that nothing can come of it. */
    private void checkTarget() {
        var unused = relay.worker()
                .executeBlocking(() -> TargetAddress.find(config.target().host(), config.networks()), false)
                .onFailure(e -> {
                    String reason = String.valueOf(e.getMessage());
                    push.progress().foresee(reason);
                    relay.errors().warn("The push " + name + ", " + config + ", will fail: " + reason);
                });
    }

    @Override
    public void prepareStop() {
        push.stop();
    }

    @Override
    public void stop(Duration limit) {
        push.stop();
        dialer.close();
        whip.ifPresent(its -> its.close(limit));
    }

    @Override
    public List<PushStatus> pushes() {
        PushProgress progress = push.progress();
        return List.of(new PushStatus(
                name,
                config.camera(),
                config.target().url(),
                progress.state().text(),
                progress.sinceMillis(),
                progress.problem(),
                progress.bytes()));
    }

    @Override
    public List<String> problems() {
        return push.progress().problem().stream()
                .map(problem -> "The push " + name + ", " + config + ", does not work: " + problem + ".")
                .toList();
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "camera",
                config.camera().text(),
                "target",
                config.target().url(),
                "state",
                push.progress().state().text());
    }
}
