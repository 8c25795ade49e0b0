package dev.fanlight.relay.rewind;

import dev.fanlight.relay.auth.RewindRight;
import dev.fanlight.relay.auth.WatchGate.Identification;
import dev.fanlight.relay.auth.WatchGate.Identified;
import dev.fanlight.relay.auth.WatchGate.Reason;
import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerGate;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets through who may see what was recorded, and has their requests answered on workers of its own: disks may be slow. Event loop only. */
final class RewindGate {

    private static final int THREADS = 3;

    private final GatewayContext relay;
    private final PlayerGate gate;
    private final WorkerExecutor worker;

    RewindGate(GatewayContext relay) {
        this.relay = relay;
        this.gate = new PlayerGate(relay);
        this.worker = relay.vertx().createSharedWorkerExecutor("rewind", THREADS);
    }

    /** What is found for a request; blocking. */
    @FunctionalInterface
    interface Finder<T> {
        T find(RewindRequest request) throws Exception;
    }

    /** What is answered, on the event loop of the request. */
    @FunctionalInterface
    interface Answer<T> {
        void give(T found);
    }

    /** Runs work that blocks. */
    WorkerExecutor worker() {
        return worker;
    }

    /** Measures durations. */
    NanoClock clock() {
        return relay.clock();
    }

    /** Whether somebody who was let through would be again. Blocking. */
    boolean isStillOpen(RewindRequest request) {
        PlayerRequest asked = request.asked();
        return relay.watchGate().identify(asked.camera(), asked.credentials(), asked.addressKey())
                        instanceof Identified known
                && right(known).isGranted();
    }

    /** Finds something for somebody who may see it, and answers with it; the others are refused. */
    <T> void answer(RoutingContext context, Finder<T> finder, Answer<T> answer) {
        Optional<PlayerRequest> asked = gate.request(context);
        if (asked.isEmpty()) {
            return;
        }
        PlayerRequest request = asked.get();
        worker.executeBlocking(() -> find(request, finder), false)
                .onSuccess(result -> {
                    if (!context.response().closed()) {
                        result.give(context, answer);
                    }
                })
                .onFailure(context::fail);
    }

    /** Found or refused. */
    private record Result<T>(Optional<T> found, Optional<Refused> refused) {

        void give(RoutingContext context, Answer<T> answer) {
            refused.ifPresent(why -> PlayerRefusals.refuse(context, why));
            found.ifPresent(answer::give);
        }
    }

    private <T> Result<T> find(PlayerRequest request, Finder<T> finder) throws Exception {
        Identification client =
                relay.watchGate().identify(request.camera(), request.credentials(), request.addressKey());
        if (client instanceof Refused refused) {
            return new Result<>(Optional.empty(), Optional.of(refused));
        }
        Identified known = (Identified) client;
        RewindRight right = right(known);
        if (!right.isGranted()) {
            return new Result<>(Optional.empty(), Optional.of(new Refused(Reason.NOT_FOUND, Optional.empty())));
        }
        long now = relay.wallClock().micros();
        long earliest = now - TimeUnit.MILLISECONDS.toMicros(right.millis());
        return new Result<>(
                Optional.of(finder.find(new RewindRequest(
                        request, known.principal(), known.access().camera(), earliest, now))),
                Optional.empty());
    }

    private RewindRight right(Identified known) {
        return relay.policy().rewind(known.principal(), known.access().camera());
    }
}
