package dev.fanlight.relay.config;

import java.time.Duration;

/**
 * How long a relay waits for others before it closes a connection or stops waiting. Not settings: players and agents are written against
 * these numbers. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param connections of HTTP connections and of the end of sockets
 * @param agents of agents’ sockets
 * @param viewers of players’ sockets
 * @param stop of the end of the relay
 */
public record RelayTimeouts(Connections connections, Agents agents, Viewers viewers, Stop stop) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final RelayTimeouts STANDARD = new RelayTimeouts(
            new Connections(seconds(5), seconds(10), seconds(60), seconds(30), seconds(2)),
            new Agents(seconds(5), seconds(10), seconds(2), seconds(10)),
            new Viewers(seconds(5), seconds(15), seconds(10), seconds(12)),
            new Stop(seconds(5), Duration.ofMillis(2_500), seconds(1)));

    /**
     * Of HTTP connections.
     *
     * @param handshake until the TLS handshake is done: two round trips, several times over on the slowest of networks. A thread is not
     *     held by it, but one of the {@code HandshakeLimit.MAX} places is
     * @param request until a request is there as a whole, with its body, or the connection is a WebSocket; from the connection or the
     *     answer before it. With the handshake before it, a client that asks for nothing is disconnected within 15 s
     * @param answer in which one answer has to be fetched: a few hundred KB of pages at 50 kbit/s
     * @param idle without a byte in either direction, on a connection that is no socket: those of agents and players have deadlines
     *     of their own
     * @param close in which a peer has to answer a close frame before its connection is cut: one round trip
     */
    public record Connections(Duration handshake, Duration request, Duration answer, Duration idle, Duration close) {}

    /**
     * Of agents.
     *
     * @param proof in which an agent has to answer the challenge: one round trip and a signature
     * @param silence after which an agent is disconnected and its camera offline; it has left five time requests without an answer then,
     *     or two while it was asleep
     * @param timeRequest between two questions for its time, which are also when its silence is checked
     * @param head in which it has to answer a command to its camera’s head, which itself has some seconds to answer the agent
     */
    public record Agents(Duration proof, Duration silence, Duration timeRequest, Duration head) {}

    /**
     * Of players.
     *
     * @param watch in which a player has to send what it watches, which it does as soon as the socket is open
     * @param silence after which a player is disconnected; it acknowledges or asks for the time every 5 s, so two of three may be lost
     * @param stuck for which a player may take nothing of what waits for it; networks that stall come back within seconds, and what
     *     waits longer than 2 s is dropped anyway
     * @param unacknowledged for which a player that acknowledges may be sent frames and acknowledge none of them; twice the 5 s between
     *     two of its acknowledgements and a delay. It is downgraded at half of that
     */
    public record Viewers(Duration watch, Duration silence, Duration stuck, Duration unacknowledged) {}

    /**
     * Of the end of the relay.
     *
     * @param total of all components together; {@code docker stop} kills after 10 s
     * @param goodbye in which peers have to answer the goodbye: {@link Connections#close}, and a moment for those that are cut then
     * @param store in which begun work with the store has to be done, so that time is left for the components after it
     */
    public record Stop(Duration total, Duration goodbye, Duration store) {}

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
