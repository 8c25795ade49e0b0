package dev.fanlight.relay.gateway.publication;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishConnection;
import dev.fanlight.relay.ingest.PublishEnd;
import dev.fanlight.relay.ingest.PublishedMedia;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.stream.PublishDemand;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A publisher that was admitted, while it sends a container: from its bytes to its camera’s stream. A container has no message for demand and key
 * frames. Event loop only, but for {@link #execute}.
 */
public final class ContainerPublication implements PublishConnection {

    private static final int CHECKS_OF_SILENCE = 5;

    private final GatewayContext relay;
    private final CameraName camera;
    private final ContainerPeer peer;
    private final ContainerTimeouts timeouts;
    private final Consumer<ContainerPublication> onEnd;
    private Optional<ContainerInput> input = Optional.empty();
    private Optional<PublishedMedia> media = Optional.empty();
    private long lastHeard;
    private long lastMedia;
    private boolean completed;
    private boolean ended;

    /** Begins with {@link #begin}; {@code onEnd} is called once. */
    ContainerPublication(
            GatewayContext relay,
            CameraName camera,
            ContainerPeer peer,
            ContainerTimeouts timeouts,
            Consumer<ContainerPublication> onEnd) {
        this.relay = relay;
        this.camera = camera;
        this.peer = peer;
        this.timeouts = timeouts;
        this.onEnd = onEnd;
    }

    /** What is sent is read by {@code reading} from now on, and published as {@code published}. */
    void begin(ContainerInput reading, PublishedMedia published) {
        input = Optional.of(reading);
        media = Optional.of(published);
        lastHeard = relay.clock().nanoTime();
        lastMedia = lastHeard;
        watch();
    }

    /** Takes what has come. */
    public void received(ByteBuffer bytes) {
        if (ended) {
            return;
        }
        lastHeard = relay.clock().nanoTime();
        input.ifPresent(reading -> {
            guarded(() -> reading.take(bytes));
            if (!ended && reading.isFull()) {
                peer.pause();
            }
        });
    }

    /** Everything has come. What has not been read yet still is, also when the peer does not wait for the answer, as FFmpeg does not. */
    public void complete() {
        completed = true;
        input.ifPresent(ContainerInput::complete);
    }

    /** The peer is gone. */
    public void gone() {
        if (!ended && !completed) {
            close();
        }
    }

    /** Passes on what was read. */
    void media(List<FlvEvent> events) throws BitstreamException {
        if (!events.isEmpty() && media.isPresent() && !ended) {
            lastMedia = relay.clock().nanoTime();
            media.get().take(events);
        }
    }

    /** Reads and passes on. */
    void read(EventReader reader, ByteBuffer bytes) {
        guarded(() -> media(reader.read(bytes)));
    }

    /** Ends it, unless it has ended. */
    public void end(ContainerEnd end) {
        if (!ended) {
            // What its publisher is told may have in it what that has made up.
            end.fault()
                    .ifPresent(fault -> relay.errors().warn("What is published to " + camera + " was ended: " + fault));
            close();
            peer.end(end);
        }
    }

    @Override
    public void execute(Runnable task) {
        peer.execute(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        peer.after(delay, task);
    }

    @Override
    public void demand(PublishDemand demand) {
        // It sends what it sends.
    }

    @Override
    public void requestKeyFrame(int track) {
        // The next one comes when the encoder’s interval is over.
    }

    @Override
    public void ended(PublishEnd reason) {
        end(ContainerEnd.of(reason));
    }

    private void close() {
        ended = true;
        input.ifPresent(ContainerInput::close);
        media.ifPresent(PublishedMedia::close);
        onEnd.accept(this);
    }

    private void watch() {
        peer.after(timeouts.silence().dividedBy(CHECKS_OF_SILENCE), () -> {
            if (ended) {
                return;
            }
            long now = relay.clock().nanoTime();
            boolean waits = completed || input.filter(ContainerInput::isFull).isPresent();
            if (!waits && now - lastHeard > timeouts.silence().toNanos()) {
                end(ContainerEnd.silent(
                        "Nothing has come for " + timeouts.silence().toSeconds() + " s."));
            } else if (now - lastMedia > timeouts.media().toNanos()) {
                end(ContainerEnd.silent(
                        "There was no media in it for " + timeouts.media().toSeconds() + " s."));
            } else {
                watch();
            }
        });
    }

    /** Something that reads. */
    private interface Reading {
        void run() throws BitstreamException;
    }

    private void guarded(Reading reading) {
        try {
            reading.run();
        } catch (BitstreamException e) {
            relay.counters().increment(RelayCounter.PROTOCOL_ERRORS);
            end(ContainerEnd.unreadable("This is not what the relay can take: " + e.getMessage() + "."));
        } catch (RuntimeException e) {
            relay.errors().failure("A container could not be read", e);
            end(ContainerEnd.failed("The relay cannot go on with this stream."));
        }
    }
}
