package dev.fanlight.relay.gateway.publication;

import dev.fanlight.relay.child.ChildTask;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.ingest.PublishedMedia;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Admits a publisher and opens what it needs, or refuses it before anything of its container is read. Event loop only.
 *
 * @param services what publications share
 * @param peer the publisher’s connection
 * @param format of its container
 * @param encodesSound whether its sound becomes Opus
 */
public record PublicationStart(
        ContainerServices services, ContainerPeer peer, ContainerFormat format, boolean encodesSound) {

    /** The result. */
    public sealed interface Result {}

    /** It may send. */
    public record Started(ContainerPublication publication) implements Result {}

    /**
     * It may not.
     *
     * @param end what it is told
     * @param retryAfter when to try again, if that is known
     */
    public record Refused(ContainerEnd end, Optional<Duration> retryAfter) implements Result {}

    /** Checks the key, and calls back on the event loop. */
    public void begin(PublishKey key, AddressKey address, Consumer<Result> then) {
        GatewayContext relay = services.relay();
        relay.worker()
                .executeBlocking(() -> relay.publishGate().admit(key, address), false)
                .onComplete(decision -> then.accept(decided(decision)), e -> {
                    relay.errors().failure("A publisher could not be checked", e);
                    then.accept(refused(
                            ContainerEnd.failed("The relay could not check the key. Try again."), Optional.empty()));
                });
    }

    private Result decided(PublishGate.Admission decision) {
        if (decision instanceof PublishGate.Refused refused) {
            return switch (refused.reason()) {
                case NOT_AUTHENTIC ->
                    refused(new ContainerEnd(401, "This is no valid publish key of this camera."), Optional.empty());
                case RATE_LIMITED ->
                    refused(new ContainerEnd(429, "Too many wrong keys. Try again later."), refused.retryAfter());
            };
        }
        return open((PublishGate.Admitted) decision);
    }

    /** Opens what a publisher needs that was admitted before. */
    public Result open(PublishGate.Admitted admitted) {
        ContainerPublication publication = new ContainerPublication(
                services.relay(), admitted.camera(), peer, services.timeouts(), services.active()::remove);
        Optional<ContainerInput> input = input(admitted, publication);
        if (input.isEmpty()) {
            return busy("As many streams are converted as the relay can convert. Try again later.", Optional.empty());
        }
        PublishSessions.Opening opening = services.relay().publishSessions().open(admitted, publication);
        if (opening instanceof PublishSessions.Opened opened) {
            GatewayContext relay = services.relay();
            services.active().add(publication);
            publication.begin(input.get(), PublishedMedia.begin(opened.session(), relay.wallClock(), relay.errors()));
            return new Started(publication);
        }
        input.get().close();
        return busy(
                "This camera cannot be published now. Try again later.", ((PublishSessions.Busy) opening).retryAfter());
    }

    private Optional<ContainerInput> input(PublishGate.Admitted admitted, ContainerPublication publication) {
        if (!format.needsChild()) {
            EventReader reader = format == ContainerFormat.WEBM ? EventReader.webm() : EventReader.flv();
            return Optional.of(new DirectInput(publication, reader));
        }
        ChildTask task = new ChildTask("in", admitted.camera(), format.arguments(encodesSound));
        return ChildInput.start(services.relay(), task, format.title(), publication, peer);
    }

    private static Result busy(String sentence, Optional<Duration> retryAfter) {
        return refused(new ContainerEnd(503, sentence), retryAfter);
    }

    private static Result refused(ContainerEnd end, Optional<Duration> retryAfter) {
        return new Refused(end, retryAfter);
    }
}
