package dev.fanlight.relay.gateway.srt;

import dev.fanlight.relay.gateway.publication.ContainerEnd;
import dev.fanlight.relay.gateway.publication.ContainerFormat;
import dev.fanlight.relay.gateway.publication.ContainerPeer;
import dev.fanlight.relay.gateway.publication.ContainerPublication;
import dev.fanlight.relay.gateway.publication.PublicationStart;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.srt.SrtConnection;
import dev.fanlight.relay.srt.SrtListener;
import io.vertx.core.Context;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** A caller that publishes MPEG-TS. Confined to its event loop, but for {@link #execute} and the methods of {@link SrtListener}. */
final class SrtPublisher implements ContainerPeer, SrtListener {

    private final SrtServices services;
    private final SrtConnection connection;
    private final Context loop;
    private Optional<ContainerPublication> publication = Optional.empty();
    private boolean paused;
    private int withheld;
    private boolean closed;

    private SrtPublisher(SrtServices services, SrtConnection connection) {
        this.services = services;
        this.connection = connection;
        this.loop = services.relay().vertx().getOrCreateContext();
    }

    /** Begins to publish. */
    static SrtPublisher start(SrtServices services, SrtConnection connection, PublishGate.Admitted admitted) {
        SrtPublisher publisher = new SrtPublisher(services, connection);
        publisher.execute(() -> publisher.open(admitted));
        return publisher;
    }

    @Override
    public void data(ByteBuffer media) {
        execute(() -> received(media));
    }

    /** It has sent everything, or is gone: SRT does not tell the one from the other. */
    @Override
    public void closed(String reason) {
        execute(() -> {
            closed = true;
            publication.ifPresent(ContainerPublication::complete);
        });
    }

    @Override
    public void execute(Runnable task) {
        loop.runOnContext(run -> task.run());
    }

    @Override
    public void after(Duration delay, Runnable task) {
        long unused = services.relay()
                .vertx()
                .setTimer(
                        Math.max(1, delay.toMillis()),
                        timer -> execute(() -> {
                            if (!closed) {
                                task.run();
                            }
                        }));
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        connection.passedOn(withheld);
        withheld = 0;
    }

    @Override
    public void end(ContainerEnd end) {
        closed = true;
        if (!end.sentence().isEmpty()) {
            services.problem(end.sentence());
        }
        connection.close();
    }

    private void open(PublishGate.Admitted admitted) {
        PublicationStart.Result result =
                new PublicationStart(services.publications(), this, ContainerFormat.MPEGTS, false).open(admitted);
        if (result instanceof PublicationStart.Started started) {
            publication = Optional.of(started.publication());
        } else {
            end(((PublicationStart.Refused) result).end());
        }
    }

    private void received(ByteBuffer media) {
        int bytes = media.remaining();
        publication.ifPresent(its -> its.received(media));
        if (paused) {
            withheld += bytes;
        } else {
            connection.passedOn(bytes);
        }
    }
}
