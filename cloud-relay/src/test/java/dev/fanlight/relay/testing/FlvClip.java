package dev.fanlight.relay.testing;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.webm.WebmReader;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An FLV file as an agent publishes it: track 0 the video, track 1 the sound. */
public final class FlvClip {

    public final List<Track> tracks = new ArrayList<>();
    public final List<AccessUnit> units = new ArrayList<>();

    private final long[] sequences = new long[2];

    public static FlvClip of(byte[] file) throws BitstreamException {
        FlvClip clip = new FlvClip();
        FlvReader reader = new FlvReader();
        for (FlvTag tag : new FlvStreamReader().read(ByteBuffer.wrap(file))) {
            for (FlvEvent event : reader.read(tag.type(), tag.timestampMillis(), tag.body())) {
                clip.take(event);
            }
        }
        return clip;
    }

    /** The same of a file in Matroska or WebM. */
    public static FlvClip ofWebm(byte[] file) throws BitstreamException {
        FlvClip clip = new FlvClip();
        new WebmReader().read(ByteBuffer.wrap(file)).forEach(clip::take);
        return clip;
    }

    private void take(FlvEvent event) {
        if (event instanceof FlvEvent.TrackChange change) {
            boolean video = change.config().kind() == MediaKind.VIDEO;
            tracks.add(Track.of(video ? 0 : 1, video ? Track.MAIN : Track.AUDIO, change.config(), change.shape()));
        } else if (event instanceof FlvEvent.Unit unit) {
            units.add(unit.unit());
        }
    }

    /** The units of a kind. */
    public List<AccessUnit> of(MediaKind kind) {
        return units.stream().filter(unit -> unit.kind() == kind).toList();
    }

    public void announce(TestAgent agent, long epoch) {
        agent.send(new Tracks(epoch, tracks));
        agent.send(new Source(SourceState.LIVE, Optional.empty()));
    }

    /** Sends the units from the one index up to before the other. */
    public void send(TestAgent agent, long epoch, int from, int to) {
        for (AccessUnit unit : units.subList(from, to)) {
            int track = unit.kind() == MediaKind.VIDEO ? 0 : 1;
            MediaHeader header = new MediaHeader(
                    unit.kind(),
                    unit.key() ? MediaHeader.KEY : 0,
                    track,
                    0,
                    sequences[track]++,
                    unit.captureMicros() + 1_000_000,
                    epoch,
                    unit.offsetMicros());
            ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + unit.size());
            MediaCodec.write(header, message);
            agent.sendMedia(message.put(unit.payload().bytes()).array());
        }
    }
}
