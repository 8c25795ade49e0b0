package dev.fanlight.agent.uplink.socket;

import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Translates failures of the network stack to sentences for people, in one place. Stateless. */
final class DialFailure {

    /** The HTTP status of a relay that has too many sockets of one address. */
    private static final int TOO_MANY = 429;

    /** The HTTP statuses of a proxy whose server does not answer. */
    private static final Set<Integer> GATEWAY_ERRORS = Set.of(502, 503, 504);

    /** Most letters of the name of a server that is not a relay. */
    private static final int MAX_SERVER = 40;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private DialFailure() {}

    static UplinkException of(RelayAddress address, Throwable failure) {
        String where = address.relay().hostAndPort();
        if (failure instanceof UplinkException known) {
            return known;
        }
        if (has(failure, AuthorityTrust.WrongPinException.class)) {
            return new UplinkException(
                    Problem.WRONG_PIN,
                    where + " is not the relay of the join link: its key is a different one. Nothing was sent to it. "
                            + "If the relay was set up anew, ask it for a new link: fanlight-relay camera invite NAME");
        }
        if (has(failure, CertificateNotYetValidException.class) || has(failure, CertificateExpiredException.class)) {
            return new UplinkException(
                    Problem.CERTIFICATE,
                    "The certificate of " + where
                            + " is not valid at this computer's time. Is the clock of this computer right?");
        }
        if (has(failure, CertificateException.class)) {
            return new UplinkException(Problem.UNTRUSTED, "The certificate of " + where + " is not trusted here.");
        }
        Optional<UpgradeRejectedException> rejected = find(failure, UpgradeRejectedException.class);
        if (rejected.isPresent() && rejected.get().getStatus() == TOO_MANY) {
            return new UplinkException(
                    Problem.BUSY,
                    where + " accepts no more connections from this address for now.",
                    retryAfter(rejected.get()));
        }
        if (rejected.isPresent() && GATEWAY_ERRORS.contains(rejected.get().getStatus())) {
            return new UplinkException(
                    Problem.UNREACHABLE,
                    "The proxy at " + where + " answers, but it does not reach the relay (HTTP "
                            + rejected.get().getStatus() + "). Is the relay running?");
        }
        if (rejected.isPresent()) {
            return new UplinkException(
                    Problem.NOT_A_RELAY,
                    where + " answers, but not as a relay (HTTP "
                            + rejected.get().getStatus() + server(rejected.get())
                            + "). Is a proxy in between, and does it forward WebSockets?");
        }
        if (has(failure, UnknownHostException.class)) {
            return new UplinkException(
                    Problem.UNREACHABLE,
                    "There is no host named " + address.relay().host() + ".");
        }
        if (isUnfinishedHandshake(failure)) {
            return new UplinkException(
                    Problem.UNREACHABLE,
                    where + " accepted the connection, but TLS was not negotiated in time."
                            + " Is this computer very busy, or the network interrupted?");
        }
        if (has(failure, SSLException.class)) {
            return new UplinkException(Problem.NOT_A_RELAY, where + " answers, but not with TLS as a relay does.");
        }
        return new UplinkException(
                Problem.UNREACHABLE, where + " cannot be reached. Is the relay running, and is its port open?");
    }

    /** What the server calls itself; letters that terminals obey are left out, for it is a stranger. */
    private static String server(UpgradeRejectedException rejected) {
        String name =
                String.valueOf(rejected.getHeaders().get(HttpHeaders.SERVER)).replaceAll("[^A-Za-z0-9 ._/-]", "");
        return rejected.getHeaders().contains(HttpHeaders.SERVER) && !name.isBlank()
                ? " from \"" + name.substring(0, Math.min(name.length(), MAX_SERVER)) + "\""
                : "";
    }

    /** RFC 9110 section 10.2.3; zero when it is absent or a date, which a relay does not send. */
    private static Duration retryAfter(UpgradeRejectedException rejected) {
        String seconds = String.valueOf(rejected.getHeaders().get(HttpHeaders.RETRY_AFTER));
        return SECONDS.matcher(seconds).matches() ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    /** Either side gave up waiting: the relay closes a connection that has not finished its handshake after some seconds. */
    private static boolean isUnfinishedHandshake(Throwable failure) {
        // Netty says it in one of two ways, depending on which of its handlers notices first.
        return has(failure, SslHandshakeTimeoutException.class)
                || has(failure, ClosedChannelException.class)
                || find(failure, SSLHandshakeException.class)
                        .filter(end -> String.valueOf(end.getMessage()).contains("closed while"))
                        .isPresent();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
