package dev.fanlight.relay.gateway.srt;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Allowed;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Decision;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Expected;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Publisher;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Rejected;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Viewer;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.srt.SrtCallers;
import dev.fanlight.relay.srt.SrtConnection;
import dev.fanlight.relay.srt.SrtListener;
import dev.fanlight.relay.srt.SrtRequest;
import java.util.Optional;

/** Those who call the gateway’s port: asks who they are, then has them publish or watch. Thread safe. */
final class Callers implements SrtCallers {

    private final SrtServices services;
    private final SrtAdmission admission;
    private final Viewers viewers;
    private final ExpectedCallers expected = new ExpectedCallers();

    Callers(SrtServices services, Viewers viewers) {
        this.services = services;
        this.admission = new SrtAdmission(services);
        this.viewers = viewers;
    }

    @Override
    public void asked(SrtRequest request) {
        GatewayContext relay = services.relay();
        if (relay.limits()
                .take(LimitedAction.REQUEST, AddressKey.of(request.address()))
                .isPresent()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            request.refuse(SrtReject.OVERLOAD.code());
            return;
        }
        Optional<SrtStreamId> id = request.streamId().isEmpty()
                ? services.config().defaultStreamId()
                : SrtStreamId.parse(request.streamId());
        if (id.isEmpty()) {
            services.problem("A caller has sent no stream id like publish:CAMERA:ID or request:CAMERA:ID.");
            request.refuse(SrtReject.BAD_REQUEST.code());
            return;
        }
        relay.worker()
                .executeBlocking(() -> admission.decide(id.get(), request), false)
                .onComplete(decision -> decided(request, decision), e -> {
                    relay.errors().failure("A caller by SRT could not be checked", e);
                    request.refuse(SrtReject.INTERNAL.code());
                });
    }

    @Override
    public SrtListener opened(SrtConnection connection, int request) {
        Optional<Expected> caller = expected.take(request);
        if (caller.isPresent() && caller.get() instanceof Publisher publisher) {
            return SrtPublisher.start(services, connection, publisher.admitted());
        }
        if (caller.isPresent() && caller.get() instanceof Viewer viewer) {
            return viewers.add(connection, viewer);
        }
        connection.close();
        return reason -> {};
    }

    private void decided(SrtRequest request, Decision decision) {
        if (decision instanceof Allowed allowed) {
            expected.add(request.number(), allowed.expected());
            request.allow(allowed.passphrase());
        } else if (decision instanceof Rejected rejected) {
            request.refuse(rejected.reason().code());
        }
    }
}
