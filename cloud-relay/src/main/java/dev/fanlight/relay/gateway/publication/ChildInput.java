package dev.fanlight.relay.gateway.publication;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.relay.child.ChildEnd;
import dev.fanlight.relay.child.ChildListener;
import dev.fanlight.relay.child.ChildTask;
import dev.fanlight.relay.child.FfmpegChild;
import dev.fanlight.relay.gateway.GatewayContext;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A container that FFmpeg turns into FLV, which the relay reads. Event loop only. */
final class ChildInput implements ContainerInput, ChildListener {

    /** What FFmpeg writes in front of a sentence: its part, and where that is in memory. */
    private static final Pattern PLACE = Pattern.compile("^(\\[[^\\]]*\\] )+");

    private final ContainerPublication publication;
    private final ContainerPeer peer;
    private final String title;
    private final EventReader flv = EventReader.flv();
    private Optional<FfmpegChild> child = Optional.empty();

    private ChildInput(ContainerPublication publication, ContainerPeer peer, String title) {
        this.publication = publication;
        this.peer = peer;
        this.title = title;
    }

    /** Starts a child; empty when there are too many. */
    static Optional<ContainerInput> start(
            GatewayContext relay, ChildTask task, String title, ContainerPublication publication, ContainerPeer peer) {
        ChildInput input = new ChildInput(publication, peer, title);
        input.child = relay.children().start(task, input, peer::execute);
        return input.child.map(started -> input);
    }

    @Override
    public void take(ByteBuffer bytes) throws BitstreamException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        if (child.isPresent() && !child.get().write(copy)) {
            // It has closed its input, and its end says why; or more has come in one piece than may wait.
            child.get().finish();
        }
    }

    @Override
    public void complete() {
        child.ifPresent(FfmpegChild::finish);
    }

    @Override
    public boolean isFull() {
        return child.filter(FfmpegChild::isFull).isPresent();
    }

    @Override
    public void close() {
        child.ifPresent(FfmpegChild::close);
    }

    @Override
    public void output(byte[] bytes) {
        publication.read(flv, ByteBuffer.wrap(bytes));
    }

    @Override
    public void drained() {
        peer.resume();
    }

    @Override
    public void ended(ChildEnd end) {
        publication.end(
                switch (end.cause()) {
                    case DONE -> ContainerEnd.COMPLETE;
                    case FAILED -> ContainerEnd.unreadable(sentence(end));
                    case CLOSED, NOT_STARTED -> ContainerEnd.failed("The relay could not go on with this stream.");
                });
    }

    private String sentence(ChildEnd end) {
        String line = PLACE.matcher(end.lastLine()).replaceFirst("");
        String reason = line.isEmpty() ? "" : ": " + line;
        return "FFmpeg cannot read this as " + title + ", or pass it on" + reason
                + (reason.endsWith(".") ? "" : ".")
                + " If it is the sound's codec that does not fit, add ?sound=opus.";
    }
}
