package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.protocol.rtmp.ClientMessages;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A stream as one connection publishes it: one video track, one of sound, times from 0 on. Event loop only. */
final class PushTracks {

    /** Between the last frame of one epoch and the first of the next. */
    private static final long STEP_MILLIS = 40;

    private final int streamId;
    private final PushSound sound;
    private final SilentSound silence;
    private final Map<Integer, FlvTrackWriter> writers = new HashMap<>();
    private List<Track> sent = List.of();
    private OptionalLong epoch = OptionalLong.empty();
    private long baseMicros;
    private long newest;

    PushTracks(int streamId, PushSound sound) {
        this.streamId = streamId;
        this.sound = sound;
        this.silence = new SilentSound(streamId);
    }

    /** What is sent before the frames of these tracks: nothing when they are as before. */
    List<RtmpMessage> announced(TrackSet tracks) {
        List<Track> wanted = Renditions.mainAndSound(tracks).stream()
                .filter(track -> track.kind() == MediaKind.VIDEO || sound == PushSound.COPY || sound == PushSound.AAC)
                .toList();
        if (wanted.equals(sent)) {
            return List.of();
        }
        List<Track> before = sent;
        sent = wanted;
        writers.clear();
        List<RtmpMessage> headers = new ArrayList<>(List.of(ClientMessages.metadata(metadata(), streamId)));
        for (Track track : wanted) {
            FlvTrackWriter.of(track).ifPresent(writer -> {
                writers.put(track.id(), writer);
                writer.sequenceHeader()
                        .filter(body -> !before.contains(track))
                        .ifPresent(body -> headers.add(message(track.kind(), newest, body)));
            });
        }
        if (sound == PushSound.SILENCE && before.isEmpty()) {
            headers.add(silence.header(newest));
        }
        return headers;
    }

    /** Whether there is video that can be sent. */
    boolean hasVideo() {
        return sent.stream().anyMatch(track -> track.kind() == MediaKind.VIDEO && writers.containsKey(track.id()));
    }

    /** The messages of a frame; none when its track is not sent. */
    List<RtmpMessage> unit(IndexedFrame frame) {
        MediaHeader header = frame.frame().header();
        FlvTrackWriter writer = writers.get(header.track());
        if (writer == null) {
            return List.of();
        }
        long millis = place(header);
        byte[] body =
                writer.unit(header.isKey(), header.offsetMicros(), frame.frame().payload());
        List<RtmpMessage> messages = new ArrayList<>();
        if (sound == PushSound.SILENCE) {
            messages.addAll(silence.until(millis));
        }
        messages.add(message(header.kind(), millis, body));
        return messages;
    }

    private long place(MediaHeader header) {
        if (epoch.isEmpty() || epoch.getAsLong() != header.epoch()) {
            long next = epoch.isEmpty() ? 0 : newest + STEP_MILLIS;
            epoch = OptionalLong.of(header.epoch());
            baseMicros = header.captureMicros() - next * 1_000;
        }
        long millis = Math.max(0, (header.captureMicros() - baseMicros) / 1_000);
        newest = Math.max(newest, millis);
        return millis;
    }

    private Map<String, AmfValue> metadata() {
        Map<String, AmfValue> values = new LinkedHashMap<>();
        sent.stream()
                .filter(track -> track.shape() instanceof VideoShape)
                .findFirst()
                .map(track -> (VideoShape) track.shape())
                .ifPresent(shape -> {
                    values.put("width", AmfValue.of(shape.width()));
                    values.put("height", AmfValue.of(shape.height()));
                    shape.frameRate().ifPresent(rate -> values.put("framerate", AmfValue.of(rate)));
                });
        values.put("encoder", AmfValue.of("Fanlight"));
        return values;
    }

    private RtmpMessage message(MediaKind kind, long millis, byte[] body) {
        RtmpType type = kind == MediaKind.VIDEO ? RtmpType.VIDEO : RtmpType.AUDIO;
        return new RtmpMessage(type, streamId, millis, ByteBuffer.wrap(body));
    }
}
