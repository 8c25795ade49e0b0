package dev.fanlight.relay.tls;

import dev.fanlight.relay.config.TlsMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The certificate that is served, and the keys that agents may have seen: the newest two, since a socket that was opened before a change
 * goes on with the key it was shown. Thread safe; one thread changes it.
 */
public final class ServedCertificate {

    private static final Logger LOG = Logger.getLogger(ServedCertificate.class.getName());

    private static final int KEYS = 2;

    private final TlsMode mode;
    private volatile Identity current;
    private volatile List<String> keys;
    private volatile Optional<String> lastError = Optional.empty();
    private final List<Consumer<Identity>> others = new CopyOnWriteArrayList<>();

    /** Serves {@code first}, which comes from {@code mode}. */
    public ServedCertificate(TlsMode mode, Identity first) {
        this.mode = mode;
        this.current = first;
        this.keys = List.of(first.serverKey().text());
    }

    /** The certificate that new connections see. */
    public Identity current() {
        return current;
    }

    /** Whether a server key, as agents sign it, is or was this relay’s. */
    public boolean showed(String serverKey) {
        return keys.contains(serverKey);
    }

    /**
     * Has {@code listener} show each certificate that replaces this one, until the relay ends. It is called on the thread that looks after
     * the certificate, where it may block; what it throws keeps no other listener from its certificate.
     */
    public void onReplaced(Consumer<Identity> listener) {
        others.add(listener);
    }

    /** How things stand. */
    public CertificateState state() {
        Identity served = current;
        return new CertificateState(
                mode,
                served.leaf().getIssuerX500Principal().getName(),
                served.names().all(),
                served.notAfter(),
                lastError);
    }

    /** A connection may see the key of {@code next} from now on. */
    void announce(Identity next) {
        keys = Stream.of(next.serverKey().text(), current.serverKey().text())
                .distinct()
                .limit(KEYS)
                .toList();
    }

    /** New connections see {@code next} from now on. */
    void replace(Identity next) {
        current = next;
        for (Consumer<Identity> listener : others) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A listener of a gateway still shows the certificate before the newest one", e);
            }
        }
    }

    /**
     * What keeps a newer certificate from being served, if anything does.
     *
     * @return whether that is news
     */
    boolean note(Optional<String> error) {
        boolean news = !error.equals(lastError);
        lastError = error;
        return news;
    }
}
