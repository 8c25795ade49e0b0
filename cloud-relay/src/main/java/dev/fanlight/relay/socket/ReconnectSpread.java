package dev.fanlight.relay.socket;

import dev.fanlight.protocol.Reconnect;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keeps peers informed over what time to spread their reconnection, so that a relay that is killed, and can say no goodbye, is not
 * overrun when it is back. One thread.
 */
public final class ReconnectSpread {

    /** Peers of one kind that reconnect per second: of 1,000, no more than 20 % although the numbers sent may be a fifth too small. */
    public static final int PER_SECOND = 160;

    /** Fewer peers need no spread: they wait up to so long anyway. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The widest spread; with more peers the rate rises. */
    public static final Duration LONGEST = Duration.ofMinutes(1);

    /** A peer is sent a new spread when the last one is off by more than this factor. */
    private static final double TOLERANCE = 1.25;

    private final OpenSockets open;
    private final Map<PeerSocket, Duration> sent = new HashMap<>();

    /** For the sockets in {@code open}; none has been sent anything yet. */
    public ReconnectSpread(OpenSockets open) {
        this.open = open;
    }

    /** Sends the spread to every peer for which it has changed noticeably. To be called about once a second. */
    public void update() {
        if (sent.isEmpty() && of(open.size()).isZero()) {
            return;
        }
        Map<PeerKind, List<PeerSocket>> kinds = open.byKind();
        sent.keySet().retainAll(kinds.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        kinds.values().forEach(peers -> {
            Duration spread = of(peers.size());
            peers.forEach(peer -> update(peer, spread));
        });
    }

    /** The spread for so many peers of one kind; zero if they need none. */
    static Duration of(int peers) {
        Duration spread = Duration.ofSeconds(1).multipliedBy(peers).dividedBy(PER_SECOND);
        if (spread.compareTo(SHORTEST) <= 0) {
            return Duration.ZERO;
        }
        return spread.compareTo(LONGEST) < 0 ? spread : LONGEST;
    }

    private void update(PeerSocket peer, Duration spread) {
        Duration last = sent.getOrDefault(peer, Duration.ZERO);
        if (isWithin(last, spread) && isWithin(spread, last)) {
            return;
        }
        sent.put(peer, spread);
        peer.post(() -> {
            if (!peer.isEnding()) {
                peer.send(new Reconnect(Duration.ofMillis(spread.toMillis())));
            }
        });
    }

    private static boolean isWithin(Duration one, Duration other) {
        return one.toMillis() <= other.toMillis() * TOLERANCE;
    }
}
