package dev.fanlight.relay.bench.crowd;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.protocol.CloseReason;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Why a viewer did not get in. Immutable.
 *
 * @param exitCode of {@link ExitCode}
 * @param reason part of a sentence
 */
public record JoinRefusal(int exitCode, String reason) {

    private static final int MOST_CAUSES = 8;
    private static final String TOO_MANY = " 429 ";
    private static final String NO_ROOM =
            "; it has no room (limits.viewers), or too many wrong links came from this address";
    /** All viewers come from here; what a relay allows one address is meant for a household. */
    private static final String ONE_ADDRESS =
            "; a relay lets one address try so often only, and have so many sockets: limits.connects_per_minute,"
                    + " limits.sockets_per_address";

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

    /** The connection ended before anything was said. */
    static JoinRefusal silence(boolean tls) {
        String guess = tls ? "no relay?" : "https: instead of http:, or no relay?";
        return new JoinRefusal(
                ExitCode.UNREACHABLE,
                "it ended the connection without a word (" + guess
                        + "); so does a relay that has too many from one address: limits.connections_per_address");
    }

    static JoinRefusal answered(String words) {
        return new JoinRefusal(ExitCode.FAILED, words.contains(TOO_MANY) ? words + ONE_ADDRESS : words);
    }

    static JoinRefusal closed(int code) {
        if (code == CloseReason.WRONG_LINK.code()) {
            return new JoinRefusal(ExitCode.NOT_ALLOWED, "it knows no such link");
        }
        String name = CloseReason.ofCode(code).map(CloseReason::wireName).orElse("no reason");
        String words = "it closed the socket with " + code + " (" + name + ")";
        return new JoinRefusal(ExitCode.FAILED, code == CloseReason.BUSY.code() ? words + NO_ROOM : words);
    }

    /** The same, told of a crowd of which so many are in. */
    public JoinRefusal after(int watching) {
        return new JoinRefusal(exitCode, "no more than " + watching + " were let in: " + reason);
    }

    /** Nothing was said and nothing came, to a crowd of which so many are in. */
    public static JoinRefusal timeout(int watching) {
        String words = "no picture came in time";
        return new JoinRefusal(ExitCode.FAILED, watching > 0 ? words : words + " (perhaps its camera shows none)");
    }

    private static boolean isFrom(Class<? extends Throwable> type, Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(type::isInstance);
    }
}
