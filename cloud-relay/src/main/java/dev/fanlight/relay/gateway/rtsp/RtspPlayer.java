package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.tcp.PacedReader;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends a stream as packets to a peer that plays it. Event loop only. */
final class RtspPlayer implements PacedReader.Output {

    private final RtspSession session;
    private final RtspMedia media;
    private final GatewayContext relay;
    private OptionalLong wallMicrosAtZero = OptionalLong.empty();

    RtspPlayer(RtspSession session, RtspMedia media, GatewayContext relay) {
        this.session = session;
        this.media = media;
        this.relay = relay;
    }

    @Override
    public void tracks(TrackSet tracks) {
        // Parameter sets travel with the key frames; another codec or clock needs another description.
        if (!media.follow(tracks)) {
            session.cut();
        }
    }

    @Override
    public boolean frame(IndexedFrame frame) {
        MediaHeader header = frame.frame().header();
        Optional<RtspTrack> track = media.tracks().stream()
                .filter(known -> known.is(header.track()))
                .findFirst();
        if (track.isEmpty()) {
            return false;
        }
        long micros = media.time().placeMicros(header) + header.offsetMicros();
        if (wallMicrosAtZero.isEmpty()) {
            wallMicrosAtZero = OptionalLong.of(relay.wallClock().micros() - micros);
        }
        try {
            return send(track.get(), frame, micros);
        } catch (BitstreamException e) {
            relay.errors().warn("An access unit for a player by RTSP was not in the form of its codec");
            return false;
        }
    }

    @Override
    public void end() {
        session.cut();
    }

    private boolean send(RtspTrack track, IndexedFrame frame, long micros) throws BitstreamException {
        long wallMicros = wallMicrosAtZero.orElse(0) + micros;
        boolean sent = track.send(frame.isKey(), frame.frame().payload(), micros, wallMicros, media.session());
        if (sent && track.output().filter(PacketOutput::showsThePeer).isPresent()) {
            session.active();
        }
        return sent;
    }
}
