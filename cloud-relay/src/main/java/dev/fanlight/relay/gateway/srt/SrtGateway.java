package dev.fanlight.relay.gateway.srt;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.publication.ContainerServices;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.srt.SrtPassphrases.Purpose;
import dev.fanlight.relay.srt.SrtPort;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Publishers and players by SRT, on one UDP port. It is off, and says why, where there is no libsrt, and until the process with it runs.
 */
public final class SrtGateway implements Gateway {

    private final SrtServices services;
    private final Viewers viewers;
    /** Whether each process opens the port, once it runs. */
    private volatile boolean open;

    /**
     * A gateway that opens its port at the start.
     *
     * @param name that the owner gave it
     */
    public SrtGateway(String name, SrtConfig config, ContainerTimeouts timeouts, GatewayContext relay) {
        this.services =
                new SrtServices(name, relay, config, ContainerServices.of(relay, timeouts), new AtomicReference<>(""));
        this.viewers = new Viewers(services);
    }

    @Override
    public String name() {
        return "gateway-" + services.name();
    }

    @Override
    public void start() {
        GatewayContext relay = services.relay();
        relay.children().require();
        Optional<String> problem = relay.srt().require();
        problem.ifPresent(sentence -> {
            services.lastProblem().set(sentence);
            relay.errors().warn("The gateway \"" + services.name() + "\" is off: " + sentence);
        });
        if (relay.srt().isUnusable()) {
            return;
        }
        // A process that did not start this time may do so the next time, and opens the port then.
        InetAddress any = Objects.requireNonNull(
                NetUtil.createInetAddressFromIpAddressString(AnyAddress.text()), "the address of all addresses");
        int port = services.config().port();
        Optional<String> refused = relay.srt()
                .listen(new SrtPort(any, port, services.config().latencyMillis()), new Callers(services, viewers));
        if (refused.isPresent()) {
            throw new UserException(
                    ExitCode.FAILED,
                    "UDP port " + port + " is taken or not allowed (" + refused.get()
                            + "). Choose another: --set gateways." + services.name() + ".port=PORT");
        }
        open = true;
    }

    @Override
    public void prepareStop() {
        services.publications().stop();
        viewers.stop();
    }

    @Override
    public void stop(Duration limit) {
        // Connections end with the SRT process.
        services.publications().stop();
    }

    @Override
    public List<CameraAddress> addresses() {
        return open ? List.of(address(Use.PUBLISH), address(Use.WATCH)) : List.of();
    }

    @Override
    public List<String> problems() {
        return services.relay().srt().outage().stream()
                .map(outage -> "The gateway \"" + services.name() + "\" is off: " + outage)
                .toList();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("port", services.config().port());
        described.put("state", open && services.relay().srt().outage().isEmpty() ? "open" : "off");
        described.put("publishers", services.publications().active().size());
        described.put("viewers", viewers.count());
        described.put("last_problem", "" + services.lastProblem().get());
        return described;
    }

    private CameraAddress address(Use use) {
        boolean publish = use == Use.PUBLISH;
        Purpose purpose = publish ? Purpose.PUBLISH : Purpose.WATCH;
        return CameraAddress.ofPort(
                        use,
                        "SRT",
                        "srt",
                        services.config().port(),
                        "?streamid=" + (publish ? "publish" : "request") + ":{camera}:{id}&passphrase={passphrase}",
                        publish ? "ffmpeg -re -i FILE -c copy -f mpegts \"{url}\"" : "ffplay \"{url}\"")
                .withPassphrases(id -> services.relay().srt().passphrases().of(purpose, id));
    }
}
