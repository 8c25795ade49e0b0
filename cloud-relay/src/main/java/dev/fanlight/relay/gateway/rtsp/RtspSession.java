package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.protocol.rtsp.RtspReader;
import dev.fanlight.protocol.rtsp.RtspRequest;
import dev.fanlight.protocol.rtsp.RtspResponse;
import dev.fanlight.protocol.rtsp.RtspStatus;
import dev.fanlight.relay.gateway.rtsp.RtspState.Checking;
import dev.fanlight.relay.gateway.rtsp.RtspState.Ended;
import dev.fanlight.relay.gateway.rtsp.RtspState.Open;
import dev.fanlight.relay.gateway.rtsp.RtspState.Playing;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.TokenBucket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** One connection: requests in, responses and packets out. Event loop only. */
final class RtspSession {

    /** Requests of a peer in a second. */
    static final int REQUESTS = 20;

    /** How often a peer may be refused before its connection is closed. */
    static final int MAX_REFUSALS = 3;

    private static final int BURST_SECONDS = 2;
    private static final int CHECKS_OF_IDLENESS = 4;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final TcpSocket socket;
    private final RtspServices services;
    private final RtspReader reader = new RtspReader();
    private final RtspMethods methods;
    private final TokenBucket requests;
    private RtspState state = new Open();
    private ByteBuffer unread = NOTHING;
    private int refusals;
    private long lastActive;
    private boolean wasFull;

    private RtspSession(TcpSocket socket, RtspServices services) {
        this.socket = socket;
        this.services = services;
        this.methods = new RtspMethods(this, socket, services);
        this.requests = new TokenBucket(services.relay().clock(), REQUESTS, REQUESTS * BURST_SECONDS);
        active();
    }

    /** Takes over a connection that was just opened, if its address may have one more. */
    static void start(TcpSocket socket, RtspServices services) {
        if (services.connections().open(socket)) {
            RtspSession session = new RtspSession(socket, services);
            socket.onClosed(session::closed);
            socket.read(session::received);
            socket.after(services.timeouts().request(), session::onRequestDeadline);
            Duration idle = services.timeouts().idle();
            socket.every(idle.dividedBy(CHECKS_OF_IDLENESS), session::checkIdleness);
        }
    }

    RtspState state() {
        return state;
    }

    /** What the peer has asked for is being checked: nothing is read until {@link #proceed}. */
    void check() {
        state = new Checking();
        socket.pause();
    }

    /** The connection is at {@code next} now. */
    void enter(RtspState next) {
        state = next;
    }

    /** Something came or left. */
    void active() {
        lastActive = services.relay().clock().nanoTime();
    }

    /** Reads on. */
    void proceed() {
        ByteBuffer rest = unread;
        unread = NOTHING;
        received(rest);
        if (!(state instanceof Checking)) {
            socket.resume();
        }
    }

    void answer(RtspRequest request, RtspResponse response) {
        active();
        socket.write(response.bytes(request.sequence()));
    }

    /** Refuses a request; the peer may try again, a few times. */
    void refuse(RtspRequest request, RtspResponse response) {
        refusals++;
        if (refusals >= MAX_REFUSALS) {
            end(request, response);
            return;
        }
        if (!(state instanceof Ended)) {
            state = new Open();
            answer(request, response);
            proceed();
        }
    }

    /** Answers for the last time, and closes the connection when the peer has, or when it has had the time for it. */
    void end(RtspRequest request, RtspResponse response) {
        if (!(state instanceof Ended)) {
            answer(request, response);
            finish();
        }
    }

    /** Sends no more of the stream, if the peer plays it. */
    void stopPlaying() {
        if (state instanceof Playing playing) {
            playing.reader().close();
            services.players().decrementAndGet();
        }
    }

    /** Closes the connection. RTSP 1.0 has no message by which a server says why. */
    void cut() {
        socket.cut();
    }

    private void finish() {
        closed();
        socket.resume();
        socket.after(services.timeouts().close(), socket::cut);
    }

    private void received(ByteBuffer in) {
        active();
        try {
            read(in);
        } catch (BitstreamException e) {
            services.relay().counters().increment(RelayCounter.PROTOCOL_ERRORS);
            fail(RtspStatus.BAD_REQUEST, "This is not what the relay can take: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            services.relay().errors().failure("A connection by RTSP could not be served", e);
            fail(RtspStatus.INTERNAL_ERROR, "The relay cannot go on with this connection.");
        }
    }

    private void fail(RtspStatus status, String sentence) {
        if (!(state instanceof Ended)) {
            socket.write(RtspResponse.of(status, sentence).bytes(""));
            finish();
        }
    }

    private void read(ByteBuffer in) throws BitstreamException {
        while (!(state instanceof Ended)) {
            if (state instanceof Checking) {
                unread = in;
                return;
            }
            Optional<RtspRequest> next = reader.next(in);
            if (next.isEmpty()) {
                return;
            }
            if (!requests.take(1)) {
                throw new BitstreamException("more than " + REQUESTS + " requests a second");
            }
            methods.take(next.get());
        }
    }

    private void closed() {
        stopPlaying();
        state = new Ended();
    }

    private void onRequestDeadline() {
        if (state instanceof Open) {
            fail(RtspStatus.BAD_REQUEST, "The relay has waited too long for a request.");
        }
    }

    private void checkIdleness() {
        long idleNanos = services.relay().clock().nanoTime() - lastActive;
        boolean isIdle = !(state instanceof Checking)
                && idleNanos > services.timeouts().idle().toNanos();
        // A player that takes nothing is cut by its reader, and sooner; this is for one that asks and does not take the answers.
        boolean isStuck = wasFull && socket.isFull();
        wasFull = socket.isFull();
        if (isIdle || isStuck) {
            socket.cut();
        }
    }
}
