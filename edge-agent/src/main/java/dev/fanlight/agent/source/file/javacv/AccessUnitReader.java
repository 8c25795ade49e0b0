package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.audio.javacv.SourceAudio;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.runtime.ContinuousTime;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * @param unit stamped with the clock of the file, without its jumps
     * @param fileMicros presentation time on the clock of the file as it is, µs
     * @param format of the video from here on
     */
    record Located(long lap, long number, int track, AccessUnit unit, long fileMicros, VideoFormat format) {

        static final Comparator<Located> BY_TIME = Comparator.comparingLong(Located::lap)
                .thenComparingLong(Located::micros)
                .thenComparingLong(Located::number);

        long micros() {
            return unit.captureMicros();
        }

        boolean isVideo() {
            return unit.kind() == MediaKind.VIDEO;
        }
    }

    private final MediaInput input;
    private final PassedVideo video;
    private final List<SourceAudio> audio;
    private final PriorityQueue<Located> ahead = new PriorityQueue<>(Located.BY_TIME);

    private final ContinuousTime time;

    private boolean readThisLap;
    private boolean broken;
    private long skipped;
    private long lap;
    private long number;

    AccessUnitReader(MediaInput input, PassedVideo video, List<SourceAudio> audio) {
        this.input = input;
        this.video = video;
        this.time = new ContinuousTime(video.first().fps());
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
        begunAnew();
    }

    /** How many frames of video were skipped so far, because they are damaged or refer to damaged ones. */
    long skipped() {
        return skipped;
    }

    /** What was done about jumps of the time stamps. */
    ContinuousTime time() {
        return time;
    }

    @Override
    public void close() {
        audio.forEach(SourceAudio::close);
        input.close();
    }

    private boolean reachesFarEnough(Located newest) {
        Located oldest = ahead.element();
        return ahead.size() >= MOST_READ_AHEAD
                || newest.lap() > oldest.lap()
                || newest.micros() - oldest.micros() >= READ_AHEAD_MICROS;
    }

    private Located read() throws FfmpegException, BitstreamException {
        Optional<Located> next = Optional.empty();
        while (next.isEmpty()) {
            readPacket();
            next = unit();
        }
        return next.get();
    }

    private void readPacket() throws FfmpegException, BitstreamException {
        if (input.read()) {
            return;
        }
        if (!readThisLap) {
            throw new BitstreamException("none of its frames can be read");
        }
        input.rewind();
        video.rewound();
        begunAnew();
        readThisLap = false;
        if (!input.read()) {
            throw new FfmpegException(-1, "reading it a second time");
        }
    }

    /** Empty for a damaged frame of video, and for those up to the next key frame, which refer to it. */
    private Optional<Located> unit() {
        ByteBuffer bytes = input.packetBytes();
        if (input.packetTrack() != input.video()) {
            return Optional.of(audioUnit(audio(input.packetTrack()), bytes));
        }
        try {
            Located next = videoUnit(bytes);
            broken &= !next.unit().key();
            readThisLap = true;
            skipped += broken ? 1 : 0;
            return broken ? Optional.empty() : Optional.of(next);
        } catch (BitstreamException e) {
            broken = true;
            skipped++;
            return Optional.empty();
        }
    }

    private void begunAnew() {
        time.restart();
        lap++;
    }

    private Located videoUnit(ByteBuffer bytes) throws BitstreamException {
        int track = Rendition.MAIN.track();
        int offset = (int) (input.presentationMicros() - input.decodingMicros());
        List<ByteBuffer> units = NalUnits.splitLengthPrefixed(bytes);
        AccessUnit unit = AvccPayload.of(video.codec(), units, time.place(track, input.decodingMicros()), offset);
        return located(track, unit, video.of(input.newRecord(), units));
    }

    private Located audioUnit(SourceAudio stream, ByteBuffer bytes) {
        int track = stream.track().id();
        long micros = time.place(track, input.presentationMicros());
        return located(track, stream.unit(bytes, micros), video.current());
    }

    private Located located(int track, AccessUnit unit, VideoFormat format) {
        return new Located(lap, number++, track, unit, input.presentationMicros(), format);
    }

    private SourceAudio audio(InputTrack stream) {
        return audio.stream().filter(one -> one.input() == stream).findFirst().orElseThrow();
    }
}
