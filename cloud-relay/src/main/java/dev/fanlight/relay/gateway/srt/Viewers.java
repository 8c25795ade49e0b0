package dev.fanlight.relay.gateway.srt;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Viewer;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.srt.SrtConnection;
import dev.fanlight.relay.stream.LiveStream;
import io.netty.util.NetUtil;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who watch by SRT, and what they watch; all on one event loop, since the SRT process does the sending. The methods that are not private may be called on any thread unless they say otherwise. */
final class Viewers {

    private final SrtServices services;
    private final GatewayContext relay;
    private final Context loop;
    private final Map<CameraName, Broadcast> broadcasts = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Viewers(SrtServices services) {
        this.services = services;
        this.relay = services.relay();
        this.loop = relay.vertx().getOrCreateContext();
    }

    /** A viewer who is there, and has proved to know his link. */
    SrtViewer add(SrtConnection connection, Viewer expected) {
        SrtViewer viewer = new SrtViewer(this, connection);
        count.incrementAndGet();
        relay.worker()
                .executeBlocking(
                        () -> relay.watchGate().admit(expected.camera(), expected.credentials(), expected.addressKey()),
                        false)
                .onComplete(
                        admission -> execute(() -> decided(viewer, expected, admission)),
                        e -> execute(() -> failed(viewer, e)));
        return viewer;
    }

    int count() {
        return count.get();
    }

    void execute(Runnable task) {
        loop.runOnContext(run -> task.run());
    }

    void schedule(Duration delay, Runnable task) {
        long unused = relay.vertx().setTimer(Math.max(1, delay.toMillis()), timer -> execute(task));
    }

    void problem(String sentence) {
        services.problem(sentence);
    }

    void skipped() {
        relay.counters().increment(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER);
    }

    /** He has gone. Event loop only. */
    void remove(SrtViewer viewer) {
        count.decrementAndGet();
        viewer.camera().ifPresent(camera -> {
            Broadcast broadcast = broadcasts.get(camera);
            if (broadcast != null && broadcast.remove(viewer)) {
                broadcast.close();
                broadcasts.remove(camera);
            }
        });
    }

    /** Sends nothing to anybody any more. */
    void stop() {
        execute(() -> {
            List.copyOf(broadcasts.values()).forEach(Broadcast::close);
            broadcasts.clear();
        });
    }

    private void failed(SrtViewer viewer, Throwable e) {
        relay.errors().failure("A viewer could not be checked", e);
        viewer.end("A viewer could not be checked.");
    }

    private void decided(SrtViewer viewer, Viewer expected, WatchGate.Admission admission) {
        if (admission instanceof WatchGate.Admitted admitted) {
            if (viewer.isClosed()) {
                admitted.close();
            } else {
                watch(viewer, expected, admitted);
            }
            return;
        }
        viewer.end(
                switch (((WatchGate.Refused) admission).reason()) {
                    case NOT_FOUND, BANNED -> "A viewer has no valid link to its camera.";
                    case RATE_LIMITED -> "Too many wrong keys came from the address of a viewer.";
                    case RELAY_FULL -> "This relay has as many viewers as it can serve.";
                    case LINK_FULL -> "As many people watch with a link as it allows.";
                });
    }

    private void watch(SrtViewer viewer, Viewer expected, WatchGate.Admitted admitted) {
        viewer.admitted(admitted);
        Optional<Broadcast> broadcast = broadcast(admitted);
        if (broadcast.isEmpty()) {
            viewer.end("This relay has as many cameras as it can serve.");
            return;
        }
        broadcast.get().add(viewer);
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        String address = NetUtil.toAddressString(expected.request().address());
        MonitoredSession session = relay.authorization()
                .monitor(
                        viewer,
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPlayer(admitted, "srt", now, address)),
                        admitted.remaining(now),
                        () -> relay.watchGate().recheck(admitted, expected.credentials()));
        viewer.monitoredBy(session);
    }

    private Optional<Broadcast> broadcast(WatchGate.Admitted admitted) {
        CameraName camera = admitted.camera();
        Broadcast known = broadcasts.get(camera);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<LiveStream> stream = relay.playableStreams().open(admitted.access());
        Optional<Broadcast> begun = stream.map(its -> new Broadcast(camera, its, relay, this::execute));
        begun.ifPresent(its -> broadcasts.put(camera, its));
        return begun;
    }
}
