package dev.fanlight.relay.bench.crowd;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.protocol.CloseReason;
import io.netty.handler.ssl.NotSslRecordException;
import javax.net.ssl.SSLException;

/**
 * Why a viewer did not get in. Immutable.
 *
 * @param exitCode of {@link ExitCode}
 * @param reason part of a sentence
 */
public record Refusal(int exitCode, String reason) {

    private static final String TOO_MANY = " 429 ";
    private static final String NO_ROOM =
            "; it has no room (limits.viewers), or too many wrong links came from this address";
    /** All viewers come from here; what a relay allows one address is meant for a household. */
    private static final String ONE_ADDRESS =
            "; a relay lets one address try so often only, and have so many sockets: limits.connects_per_minute,"
                    + " limits.sockets_per_address";

    static Refusal unreachable(Throwable cause) {
        if (isA(NotSslRecordException.class, cause)) {
            return new Refusal(ExitCode.UNREACHABLE, "its port does not speak TLS (http: instead of https:?)");
        }
        if (isA(SSLException.class, cause)) {
            return new Refusal(
                    ExitCode.NOT_ALLOWED,
                    "its certificate is not trusted here (for a relay with its own authority: --ca FILE or --insecure)");
        }
        return new Refusal(ExitCode.UNREACHABLE, "the connection failed (" + cause.getMessage() + ")");
    }

    /** The connection ended before anything was said. */
    static Refusal silence() {
        return new Refusal(
                ExitCode.UNREACHABLE, "it ended the connection without a word (https: instead of http:, or no relay?)");
    }

    static Refusal answered(String words) {
        return new Refusal(ExitCode.FAILED, words.contains(TOO_MANY) ? words + ONE_ADDRESS : words);
    }

    static Refusal closed(int code) {
        if (code == CloseReason.WRONG_LINK.code()) {
            return new Refusal(ExitCode.NOT_ALLOWED, "it knows no such link");
        }
        String name = CloseReason.ofCode(code).map(CloseReason::wireName).orElse("no reason");
        String words = "it closed the socket with " + code + " (" + name + ")";
        return new Refusal(ExitCode.FAILED, code == CloseReason.BUSY.code() ? words + NO_ROOM : words);
    }

    /** The same, told of a crowd of which so many are in. */
    public Refusal after(int watching) {
        return new Refusal(exitCode, "no more than " + watching + " were let in: " + reason);
    }

    /** Nothing was said and nothing came. */
    public static Refusal timeout() {
        return new Refusal(ExitCode.FAILED, "no picture came in time: does its camera show one?");
    }

    private static boolean isA(Class<? extends Throwable> type, Throwable thrown) {
        return type.isInstance(thrown) || type.isInstance(thrown.getCause());
    }
}
