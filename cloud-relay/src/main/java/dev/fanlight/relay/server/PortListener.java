package dev.fanlight.relay.server;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.http.listen.ListenerGroup;
import dev.fanlight.relay.tls.Identity;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One port on which the relay listens. */
final class PortListener implements Component {

    private final String name;
    private final String setting;
    private final Vertx vertx;
    private final HttpServerOptions options;
    private final int loops;
    private final Function<Consumer<HttpServer>, Deployable> listener;
    private volatile Optional<ListenerGroup> group = Optional.empty();

    /**
     * A port that is opened at the start.
     *
     * @param name of the component
     * @param setting the key of its port in the settings, for the sentence when it is taken
     * @param options with address and port, 0 for any free one
     * @param loops how many event loops serve it
     * @param listener makes what is deployed on each loop
     */
    PortListener(
            String name,
            String setting,
            Vertx vertx,
            HttpServerOptions options,
            int loops,
            Function<Consumer<HttpServer>, Deployable> listener) {
        this.name = name;
        this.setting = setting;
        this.vertx = vertx;
        this.options = options;
        this.loops = loops;
        this.listener = listener;
    }

    /**
     * The port that is open.
     *
     * @throws IllegalStateException before the start and after the end
     */
    int port() {
        return open().port();
    }

    /**
     * Shows another certificate to all connections that are opened from now on. Blocking.
     *
     * @throws UserException when TLS refuses it; the one before is shown then
     */
    void show(Identity identity) {
        try {
            open().show(identity);
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "TLS does not take the new certificate or its key.", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        int wanted = options.getPort();
        try {
            group = Optional.of(ListenerGroup.open(vertx, options, loops, listener));
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "Port " + wanted + " is taken or not allowed. Choose another: --set " + setting + "=PORT",
                    e);
        }
    }

    @Override
    public void stop(Duration limit) {
        open().close(limit);
    }

    @Override
    public Map<String, Object> describe() {
        return group.<Map<String, Object>>map(opened -> Map.of("port", opened.port(), "loops", loops))
                .orElse(Map.of());
    }

    private ListenerGroup open() {
        return group.orElseThrow(() -> new IllegalStateException(name + " is not open"));
    }
}
