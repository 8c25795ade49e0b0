package dev.fanlight.relay.srt.worker;

import java.util.Optional;

/** Why a call was refused, in words ({@code SRT_REJECT_REASON}, and the codes of SRT Access Control). Stateless. */
final class SrtRefusal {

    private static final int PEER = 2;
    private static final int BAD_SECRET = 10;
    private static final int UNSECURE = 11;
    private static final int TIMEOUT = 16;
    private static final int UNAUTHORIZED = 1401;
    private static final int OVERLOAD = 1402;
    private static final int FORBIDDEN = 1403;
    private static final int NOT_FOUND = 1404;

    private SrtRefusal() {}

    static Optional<String> sentence(int reason) {
        return switch (reason) {
            case PEER -> Optional.of("the target refuses");
            case BAD_SECRET -> Optional.of("the target has another passphrase");
            case UNSECURE -> Optional.of("only one of the two has a passphrase");
            case TIMEOUT -> Optional.of("the target does not answer");
            case UNAUTHORIZED, FORBIDDEN -> Optional.of("the target refuses the stream id");
            case NOT_FOUND -> Optional.of("the target does not know the stream id");
            case OVERLOAD -> Optional.of("the target is overloaded");
            default -> Optional.empty();
        };
    }
}
