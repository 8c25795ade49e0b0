package dev.fanlight.relay.tls;

import dev.fanlight.cli.UserException;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks after the served certificate: every now and then for a better one, which is shown to new connections; old ones go on. */
public final class CertificateLoop implements Loop {

    private static final Logger LOG = Logger.getLogger(CertificateLoop.class.getName());

    private final CertificateSource source;
    private final ServedCertificate served;
    private final Consumer<Identity> listeners;
    private final Duration every;
    private final Sleeper sleeper;

    /**
     * Looks into {@code source} after each {@code every}.
     *
     * @param listeners makes all listeners show another certificate, and returns when they do; may throw {@link UserException}
     */
    public CertificateLoop(
            CertificateSource source,
            ServedCertificate served,
            Consumer<Identity> listeners,
            Duration every,
            Sleeper sleeper) {
        this.source = source;
        this.served = served;
        this.listeners = listeners;
        this.every = every;
        this.sleeper = sleeper;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        sleeper.sleepNanos(every.toNanos());
        Optional<String> renewing = renew();
        Optional<String> problem = show().or(() -> renewing);
        if (served.note(problem)) {
            problem.ifPresentOrElse(
                    sentence -> LOG.log(Level.WARNING, "The certificate stays as it is: {0}", sentence),
                    () -> LOG.info("The certificate is in order again"));
        }
        return true;
    }

    @Override
    public String roleName() {
        return "certificates";
    }

    private Optional<String> renew() throws InterruptedException {
        try {
            source.renew();
            return Optional.empty();
        } catch (UserException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (RuntimeException e) {
            return unexpected(e);
        }
    }

    private Optional<String> show() {
        try {
            Identity best = source.best();
            if (!best.isSameAs(served.current())) {
                served.announce(best);
                listeners.accept(best);
                served.replace(best);
                LOG.log(Level.INFO, "Another certificate is served, good until {0}", best.notAfter());
            }
            return Optional.empty();
        } catch (UserException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (RuntimeException e) {
            return unexpected(e);
        }
    }

    /** The loop must survive unexpected failures: without it no certificate would ever be renewed. */
    private static Optional<String> unexpected(RuntimeException e) {
        LOG.log(Level.FINE, "A certificate could not be looked after", e);
        return Optional.of("Something failed that should not (" + e.getClass().getSimpleName() + ").");
    }
}
