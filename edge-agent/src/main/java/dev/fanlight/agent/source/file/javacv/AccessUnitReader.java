package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The access units of a file in the order of their times, over and over. Containers store audio up to a second apart from the
 * video it belongs to, so with audio it reads ahead: at most 1 s and 256 access units. One thread.
 */
final class AccessUnitReader implements AutoCloseable {

    private static final long READ_AHEAD_MICROS = 1_000_000;
    private static final int MOST_READ_AHEAD = 256;

    /**
     * An access unit with its place in the file.
     *
     * @param lap counts jumps back to the beginning or to a key frame
     * @param number in the order of the container
     * @param track id
     * @param unit stamped with the clock of the file
     * @param format of the video from here on
     */
    record Located(long lap, long number, int track, AccessUnit unit, VideoFormat format) {

        static final Comparator<Located> BY_TIME = Comparator.comparingLong(Located::lap)
                .thenComparingLong(Located::fileMicros)
                .thenComparingLong(Located::number);

        long fileMicros() {
            return unit.captureMicros();
        }

        boolean isVideo() {
            return unit.kind() == MediaKind.VIDEO;
        }
    }

    private final MediaInput input;
    private final PassedVideo video;
    private final List<PassedAudio> audio;
    private final PriorityQueue<Located> ahead = new PriorityQueue<>(Located.BY_TIME);

    private long lap;
    private long number;

    AccessUnitReader(MediaInput input, PassedVideo video, List<PassedAudio> audio) {
        this.input = input;
        this.video = video;
        this.audio = List.copyOf(audio);
        audio.forEach(one -> input.select(one.input()));
    }

    /** The next access unit; after the last one of the file comes the first one again. */
    Located next() throws FfmpegException, BitstreamException {
        Located newest = read();
        ahead.add(newest);
        while (!audio.isEmpty() && !reachesFarEnough(newest)) {
            newest = read();
            ahead.add(newest);
        }
        return ahead.remove();
    }

    /** Continues with the key frame at or before this time on the clock of the file, µs. */
    void seekToKeyFrame(long micros) throws FfmpegException {
        ahead.clear();
        input.seekToKeyFrame(micros);
        lap++;
    }

    @Override
    public void close() {
        input.close();
    }

    private boolean reachesFarEnough(Located newest) {
        Located oldest = ahead.element();
        return ahead.size() >= MOST_READ_AHEAD
                || newest.lap() > oldest.lap()
                || newest.fileMicros() - oldest.fileMicros() >= READ_AHEAD_MICROS;
    }

    private Located read() throws FfmpegException, BitstreamException {
        if (!input.read()) {
            input.rewind();
            video.rewound();
            lap++;
            if (!input.read()) {
                throw new FfmpegException(-1, "reading it a second time");
            }
        }
        ByteBuffer bytes = input.packet().data().capacity(input.packet().size()).asByteBuffer();
        return input.packetTrack() == input.video() ? videoUnit(bytes) : audioUnit(bytes);
    }

    private Located videoUnit(ByteBuffer bytes) throws BitstreamException {
        long decoding = input.decodingMicros();
        int offset = (int) (input.presentationMicros() - decoding);
        List<ByteBuffer> units = NalUnits.splitLengthPrefixed(bytes);
        AccessUnit unit = AvccPayload.of(video.codec(), units, decoding, offset);
        return located(Rendition.MAIN.track(), unit, video.of(units));
    }

    private Located audioUnit(ByteBuffer bytes) {
        Payload payload = Payload.filled(bytes.remaining(), target -> target.put(bytes));
        AccessUnit unit = new AccessUnit(MediaKind.AUDIO, true, false, input.presentationMicros(), 0, payload);
        return located(trackOf(input.packetTrack()), unit, video.current());
    }

    private Located located(int track, AccessUnit unit, VideoFormat format) {
        return new Located(lap, number++, track, unit, format);
    }

    private int trackOf(InputTrack stream) {
        return audio.stream()
                .filter(one -> one.input() == stream)
                .mapToInt(one -> one.track().id())
                .findFirst()
                .orElseThrow();
    }
}
