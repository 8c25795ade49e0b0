package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.tls.CertificateLoop;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.runtime.LoopRunner;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the certificate up to date on a thread of its own. */
final class CertificateRenewal implements Component {

    private final CertificateLoop loop;
    private final Supplier<CertificateState> state;
    private final ErrorLog errors;

    // Starting and stopping thread.
    private Optional<LoopRunner> runner = Optional.empty();

    /** Runs {@code loop}; {@code state} describes the certificate. */
    CertificateRenewal(CertificateLoop loop, Supplier<CertificateState> state, ErrorLog errors) {
        this.loop = loop;
        this.state = state;
        this.errors = errors;
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public void start() {
        runner = Optional.of(LoopRunner.start(loop, e -> errors.fatal("The certificate is no longer renewed", e)));
    }

    @Override
    public void stop(Duration limit) {
        runner.ifPresent(running -> running.close(limit));
    }

    @Override
    public Map<String, Object> describe() {
        CertificateState now = state.get();
        return Map.of(
                "mode", now.mode().name().toLowerCase(java.util.Locale.ROOT),
                "names", now.names(),
                "not_after", now.notAfter().toString());
    }
}
