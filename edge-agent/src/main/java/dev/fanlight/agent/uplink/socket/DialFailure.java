package dev.fanlight.agent.uplink.socket;

import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Translates failures of the network stack to sentences for people, in one place. Stateless. */
final class DialFailure {

    /** The HTTP status of a relay that has too many sockets of one address. */
    private static final int TOO_MANY = 429;

    private DialFailure() {}

    static UplinkException of(RelayAddress address, Throwable failure) {
        String where = address.host() + ":" + address.port();
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
                    Problem.UNREACHABLE,
                    where + " accepts no more connections from this address for now. Try again in a minute.");
        }
        if (rejected.isPresent()) {
            return new UplinkException(
                    Problem.NOT_A_RELAY,
                    where + " answers, but not as a relay (HTTP "
                            + rejected.get().getStatus() + "). Is a proxy in between, and does it forward WebSockets?");
        }
        if (has(failure, UnknownHostException.class)) {
            return new UplinkException(Problem.UNREACHABLE, "There is no host named " + address.host() + ".");
        }
        if (has(failure, SSLException.class)) {
            return new UplinkException(Problem.NOT_A_RELAY, where + " answers, but not with TLS as a relay does.");
        }
        return new UplinkException(
                Problem.UNREACHABLE, where + " cannot be reached. Is the relay running, and is its port open?");
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
