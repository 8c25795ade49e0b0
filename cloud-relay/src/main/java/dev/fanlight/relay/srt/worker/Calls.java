package dev.fanlight.relay.srt.worker;

import dev.fanlight.relay.srt.wire.WorkerCommand.Call;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls other servers, each on a thread of its own, because connecting waits. Thread safe. */
final class Calls {

    /** Most calls at a time that are not answered yet. */
    static final int MAX = 16;

    private static final int LIMIT_MILLIS = 5_000;

    private final Srt srt;
    private final EventOutput events;
    private final Connections connections;
    private final AtomicInteger waiting = new AtomicInteger();

    Calls(Srt srt, EventOutput events, Connections connections) {
        this.srt = srt;
        this.events = events;
        this.connections = connections;
    }

    void begin(Call call) {
        if (waiting.incrementAndGet() > MAX) {
            waiting.decrementAndGet();
            events.say(new WorkerEvent.Closed(call.connection(), "too many servers are called at a time"));
            return;
        }
        connections.calling(call.connection());
        var unused = LoopRunner.start(new Calling(call), failure -> {});
    }

    /** One of them. */
    private final class Calling implements Loop {

        private final Call call;

        Calling(Call call) {
            this.call = call;
        }

        @Override
        public boolean doWork() {
            try {
                int socket = srt.connect(
                        call.address(),
                        call.port(),
                        call.latencyMillis(),
                        call.streamId(),
                        call.passphrase(),
                        LIMIT_MILLIS);
                connections.called(call.connection(), socket);
            } catch (SrtException e) {
                connections.notReached(call.connection(), "" + e.getMessage());
            }
            return false;
        }

        @Override
        public void onClose() {
            waiting.decrementAndGet();
        }

        @Override
        public String roleName() {
            return "srt-call";
        }
    }
}
