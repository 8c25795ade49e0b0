package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.relay.fanout.ViewerFanOut;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.runtime.NanoClock;

/** The commands of one viewer to the camera’s head. Event loop only. */
final class ViewerHead {

    /** Commands a second, twice as many at once; a stop is never refused for that. A page that moves the head sends two a second. */
    static final int COMMANDS = 8;

    private static final int BURST_SECONDS = 2;

    private final PeerSocket socket;
    private final ViewerFanOut fanOut;
    private final TokenBucket rate;

    ViewerHead(PeerSocket socket, ViewerFanOut fanOut, NanoClock clock) {
        this.socket = socket;
        this.fanOut = fanOut;
        this.rate = new TokenBucket(clock, COMMANDS, COMMANDS * BURST_SECONDS);
    }

    /** Passes a command on, and the answer back. */
    void command(Ptz message) {
        if (!(message.command() instanceof Stop) && !rate.take(1)) {
            answer(message, HeadAnswer.of(HeadResult.TOO_FAST));
            return;
        }
        fanOut.head(message.command(), answer -> socket.post(() -> answer(message, answer)));
    }

    private void answer(Ptz message, HeadAnswer answer) {
        if (!socket.isEnding()) {
            socket.send(new PtzResult(message.clientId(), answer));
        }
    }
}
