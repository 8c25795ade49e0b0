package dev.fanlight.relay.bench.crowd;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.client.CloseCause;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Why a viewer was not let in. Immutable.
 *
 * @param exitCode of {@link ExitCode}
 * @param reason part of a sentence
 */
public record JoinRefusal(int exitCode, String reason) {

    private static final int MAX_CAUSES = 8;
    private static final String TOO_MANY = " 429 ";
    private static final String NO_ROOM =
            "; it is full (limits.viewers), or has seen too many wrong links from this address";
    /** All viewers have the same address, and the limits for one address are meant for a household. */
    private static final String ONE_ADDRESS =
            "; the relay limits connection attempts and sockets per address: limits.connects_per_minute,"
                    + " limits.sockets_per_address";

    /** The refusal that the end of a viewer’s connection means; {@code tls} if it was one by TLS. */
    static JoinRefusal of(CloseCause cause, boolean tls) {
        if (cause instanceof CloseCause.Failed failed) {
            return unreachable(failed.error());
        }
        if (cause instanceof CloseCause.UpgradeRejected rejected) {
            return rejected(rejected.statusLine());
        }
        return cause instanceof CloseCause.Closed closed ? closed(closed.code()) : noAnswer(tls);
    }

    static JoinRefusal unreachable(Throwable cause) {
        if (isFrom(NotSslRecordException.class, cause)) {
            return new JoinRefusal(ExitCode.UNREACHABLE, "its port does not speak TLS (http: instead of https:?)");
        }
        if (isFrom(CertificateException.class, cause)) {
            return new JoinRefusal(
                    ExitCode.NOT_ALLOWED,
                    "its certificate is not trusted here (for a relay with its own authority: --ca FILE or --insecure)");
        }
        return new JoinRefusal(ExitCode.UNREACHABLE, "the connection failed (" + cause.getMessage() + ")");
    }

    private static JoinRefusal noAnswer(boolean tls) {
        String guess = tls ? "not a relay?" : "https: instead of http:, or not a relay?";
        return new JoinRefusal(
                ExitCode.UNREACHABLE,
                "it closed the connection without an answer (" + guess
                        + "); a relay does so above limits.connections_per_address");
    }

    private static JoinRefusal rejected(String statusLine) {
        String words = "it answered \"" + statusLine + "\"";
        return new JoinRefusal(ExitCode.FAILED, words.contains(TOO_MANY) ? words + ONE_ADDRESS : words);
    }

    static JoinRefusal closed(int code) {
        if (code == CloseReason.WRONG_LINK.code()) {
            return new JoinRefusal(ExitCode.NOT_ALLOWED, "there is no such link");
        }
        String name = CloseReason.ofCode(code).map(CloseReason::wireName).orElse("no reason given");
        String words = "it closed the socket with " + code + " (" + name + ")";
        return new JoinRefusal(ExitCode.FAILED, code == CloseReason.BUSY.code() ? words + NO_ROOM : words);
    }

    /** The same, for a crowd of which {@code watching} viewers were let in. */
    public JoinRefusal after(int watching) {
        return new JoinRefusal(exitCode, "only " + watching + " viewers were let in: " + reason);
    }

    /** Time was up; {@code watching} viewers had been let in. */
    public static JoinRefusal timeout(int watching) {
        String words = "no video arrived in time";
        return new JoinRefusal(ExitCode.FAILED, watching > 0 ? words : words + " (is the camera publishing?)");
    }

    private static boolean isFrom(Class<? extends Throwable> type, Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(type::isInstance);
    }
}
