package dev.fanlight.relay.webrtc.sending;

/** The room for packets that players may miss, shared evenly by those that are there. Loop only. */
public final class SentMemory {

    /** Most bytes of all players: 1 s of 200 players at 4 Mbit/s. */
    public static final int MAX_BYTES = 96 * 1024 * 1024;

    private final int limit;
    private int players;
    private long used;

    /** Room for {@code limit} bytes, of nobody yet. */
    public SentMemory(int limit) {
        this.limit = limit;
    }

    void join() {
        players++;
    }

    /** A player has left, and given back what it had. */
    void leave() {
        players--;
    }

    /** Whether a player who has {@code own} bytes may take more. */
    boolean allows(long own, int more) {
        return own + more <= limit / Math.max(1, players) && used + more <= limit;
    }

    void taken(int bytes) {
        used += bytes;
    }

    void given(int bytes) {
        used -= bytes;
    }

    long used() {
        return used;
    }
}
