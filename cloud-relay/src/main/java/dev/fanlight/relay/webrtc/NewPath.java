package dev.fanlight.relay.webrtc;

import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.protocol.stun.StunWriter;
import dev.fanlight.relay.ratelimit.TokenBucket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks at an address that a peer has chosen whether the peer is there, before packets go there: anybody may be named as the source of a check, and would
 * get the stream (RFC 7675). For the side that only answers. Loop only.
 */
final class NewPath {

    /** Addresses of a peer that are asked at, a second. */
    static final int ASKED = 4;

    /** How often each is asked. */
    static final int TIMES = 3;

    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final int TRANSACTION_BYTES = 12;

    private final RtcEndpoint endpoint;
    private final RtcPeer peer;
    private final TokenBucket asked;
    private final long tieBreaker;
    private Optional<Question> open = Optional.empty();

    /** Nobody is asked yet. */
    NewPath(RtcEndpoint endpoint, RtcPeer peer) {
        this.endpoint = endpoint;
        this.peer = peer;
        this.asked = new TokenBucket(endpoint.clock(), ASKED, ASKED);
        this.tieBreaker = endpoint.random().nextLong();
    }

    /** What waits for an answer. */
    private record Question(InetSocketAddress way, byte[] transaction) {}

    /** The peer wants its packets there. */
    void ask(InetSocketAddress way) {
        boolean isOpen = open.filter(question -> question.way().equals(way)).isPresent();
        if (isOpen || !asked.take(1)) {
            return;
        }
        byte[] transaction = new byte[TRANSACTION_BYTES];
        endpoint.random().nextBytes(transaction);
        Question question = new Question(way, transaction);
        open = Optional.of(question);
        send(question, TIMES);
    }

    /** An authentic answer has come; returns whether the peer is where it wants its packets. */
    boolean isProven(StunMessage answer, InetSocketAddress from) {
        boolean proven = answer.type() == StunMessage.Type.SUCCESS
                && open.filter(question -> question.way().equals(from) && answer.answers(question.transaction()))
                        .isPresent();
        if (proven) {
            open = Optional.empty();
        }
        return proven;
    }

    private void send(Question question, int times) {
        boolean isOpen = open.filter(question::equals).isPresent();
        if (peer.isClosed() || !isOpen) {
            return;
        }
        if (times == 0) {
            open = Optional.empty();
            return;
        }
        byte[] request = StunWriter.controlledRequest(
                question.transaction(),
                peer.remote().ice().fragment() + ":" + peer.local().fragment(),
                tieBreaker,
                peer.remote().ice().password());
        endpoint.loop().send(request, request.length, question.way());
        endpoint.loop().after(AGAIN, () -> send(question, times - 1));
    }
}
