package dev.fanlight.agent.config;

import java.time.Duration;

/**
 * How long an agent waits for its relay and its camera. Not settings, unlike {@code network.connect_timeout} and {@code network.silence}.
 * {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param connection of the connection to the relay
 * @param pairing of the owner’s approval
 * @param camera of the process that reads a camera
 * @param live of cameras on the network and of commands
 * @param stop in which the network has to end with the agent; sockets are cut after {@link Connection#close}
 */
public record AgentTimeouts(Connection connection, Pairing pairing, Camera camera, Live live, Duration stop) {

    /** What an agent is run with; tests that wait for a timeout shorten it. */
    public static final AgentTimeouts STANDARD = new AgentTimeouts(
            new Connection(seconds(2), seconds(2)),
            new Pairing(seconds(10), seconds(35), seconds(5)),
            new Camera(seconds(30), seconds(5), seconds(2)),
            new Live(seconds(10), seconds(5), seconds(30), Duration.ofMillis(200)),
            seconds(5));

    /**
     * Of the connection. When to connect again is for the policy of {@code docs/protocol.md} §5.
     *
     * @param heartbeat between two questions for the relay’s time, and between two checks of its silence; a clock that drifts by 50 ppm
     *     is wrong by 0.1 ms then
     * @param close in which the relay has to answer a close frame before the connection is cut: one round trip
     */
    public record Connection(Duration heartbeat, Duration close) {}

    /**
     * Of pairing by approval.
     *
     * @param ping between two pings while the owner is awaited: less than half of what relays and proxies take for idle, 30 s and more
     * @param silence after which the relay counts as gone: three pings without an answer, and a moment
     * @param grace how far the relay’s clock may be behind over the whole wait for the owner
     */
    public record Pairing(Duration ping, Duration silence, Duration grace) {}

    /**
     * Of a camera.
     *
     * @param start until its first frame: loading FFmpeg and opening a camera takes 20 s on a slow computer
     * @param silence without a frame after which its process is killed and it is opened again; at 1 frame a second, four are missing then
     * @param kill in which its process has to end after it was killed
     */
    public record Camera(Duration start, Duration silence, Duration kill) {}

    /**
     * Of a camera on the network, or of a command.
     *
     * @param connect until its first packet of video, from looking up its name on
     * @param silence without a packet of video after which it is closed and opened again
     * @param keyFrame from its first packet to its first key frame: cameras send one every 1 to 10 s
     * @param cancel in which it has to end after it was closed; a look-up of a name may take longer and ends by itself
     */
    public record Live(Duration connect, Duration silence, Duration keyFrame, Duration cancel) {}

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
