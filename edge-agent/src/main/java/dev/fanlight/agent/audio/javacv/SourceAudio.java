package dev.fanlight.agent.audio.javacv;

import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import dev.fanlight.media.opus.OpusHead;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stream of sound that a source brings, as it is published. AAC and Opus pass through, which every player takes. Anything else is
 * encoded to Opus: PCM, MP2, AC-3 and Vorbis because no player takes them live, and G.711 because Media Source Extensions do not know it
 * and it would need twice the bit rate; with {@code camera.encode=none} G.711 passes through, too. One thread uses and closes it.
 */
public final class SourceAudio implements AutoCloseable {

    /** Most streams of one source: more languages than this are no use live. */
    public static final int MOST = 4;

    private static final String UNKNOWN_LANGUAGE = "und";

    private final InputTrack input;
    private final Track track;
    private final Optional<ReopeningTranscoder> transcoder;

    private SourceAudio(InputTrack input, Track track, Optional<ReopeningTranscoder> transcoder) {
        this.input = input;
        this.track = track;
        this.transcoder = transcoder;
    }

    /** The streams that can be published, the first one as {@code audio}; those without a decoder here are not. */
    public static List<SourceAudio> of(List<InputTrack> streams, AudioSettings settings, EncodeMode mode) {
        List<SourceAudio> published = new ArrayList<>();
        for (InputTrack stream : streams) {
            if (published.size() < MOST) {
                of(stream, published.size(), settings, mode).ifPresent(published::add);
            }
        }
        return List.copyOf(published);
    }

    /** Where its packets come from. */
    public InputTrack input() {
        return input;
    }

    /** As it is announced. */
    public Track track() {
        return track;
    }

    /** Whether its packets are published as they are. */
    public boolean passes() {
        return transcoder.isEmpty();
    }

    /** The access unit in a packet, which is not consumed. */
    public AccessUnit unit(ByteBuffer packet, long captureMicros) {
        ByteBuffer bytes = passes() ? PassedSound.payload(track.config(), packet) : packet.duplicate();
        Payload payload = Payload.filled(bytes.remaining(), target -> target.put(bytes));
        return new AccessUnit(MediaKind.AUDIO, true, false, captureMicros, 0, payload);
    }

    /**
     * Takes an access unit of its packets, stamped with the media clock, and returns what is to be published: the same, or packets that were
     * encoded here.
     */
    public List<AccessUnit> publish(AccessUnit packet) {
        return transcoder.map(open -> open.transcode(packet)).orElseGet(() -> List.of(packet));
    }

    /** Why it cannot be encoded, once after each failure: a sentence. */
    public Optional<String> problem() {
        return transcoder.flatMap(ReopeningTranscoder::problem);
    }

    @Override
    public void close() {
        transcoder.ifPresent(ReopeningTranscoder::close);
    }

    private static Optional<SourceAudio> of(InputTrack stream, int number, AudioSettings settings, EncodeMode mode) {
        Optional<ReopeningTranscoder> opened = Optional.empty();
        try {
            Optional<CodecConfig> passable = PassedSound.config(stream, mode);
            if (passable.isPresent()) {
                AudioShape shape = new AudioShape(
                        stream.parameters().sample_rate(),
                        stream.parameters().ch_layout().nb_channels());
                return Optional.of(
                        new SourceAudio(stream, track(stream, number, passable.get(), shape), Optional.empty()));
            }
            ReopeningTranscoder transcoder = ReopeningTranscoder.open(stream.parameters(), settings::bitRate);
            opened = Optional.of(transcoder);
            AudioShape shape = new AudioShape(OpusHead.SAMPLE_RATE, transcoder.channels());
            Track track = track(stream, number, transcoder.config(), shape);
            return Optional.of(new SourceAudio(stream, track, opened));
        } catch (AudioException | IllegalArgumentException e) {
            opened.ifPresent(ReopeningTranscoder::close);
            return Optional.empty();
        }
    }

    private static Track track(InputTrack stream, int number, CodecConfig config, AudioShape shape) {
        String name = number == 0 ? Track.AUDIO : Track.AUDIO + "-" + (number + 1);
        Optional<String> language = stream.language().filter(tag -> !tag.equals(UNKNOWN_LANGUAGE));
        return new Track(Rendition.FIRST_OTHER_TRACK + number, name, config, shape, language, Optional.empty());
    }
}
