package dev.fanlight.protocol.codec;

import dev.fanlight.media.Track;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code tracks}. */
final class TracksCodec implements MessageCodec<Tracks> {

    @Override
    public Tracks read(Members members) throws ProtocolException {
        return new Tracks(members.u32("epoch"), tracks(members));
    }

    @Override
    public void write(Tracks message, MemberWriter out) {
        out.number("epoch", message.epoch());
        out.objects("tracks", message.tracks(), track -> TrackCodec.write(track, out));
    }

    private static List<Track> tracks(Members members) throws ProtocolException {
        List<Track> tracks = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (Members element : members.objects("tracks", WireLimits.MAX_TRACKS)) {
            Track track = TrackCodec.read(element);
            tracks.add(track);
            if (!ids.add(track.id())) {
                throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "two tracks with one id");
            }
        }
        return tracks;
    }
}
