package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.audio.javacv.SourceAudio;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.ContinuousTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sound of a file whose video is decoded, read up to the frame that comes next. It has an input of its own: containers store sound
 * up to a second apart from the frames it belongs to, and decoded frames are too large to wait for it. At most {@value #MOST_READY}
 * packets wait. One thread.
 */
final class FileSound implements AutoCloseable {

    /** A minute and a half of packets of 20 ms, for files with a frame in 30 s. */
    static final int MOST_READY = 4096;

    private record Ready(int track, AccessUnit unit) {}

    /** The packet that was read last, with its time on the clock of the file without its jumps. */
    private record Pending(SourceAudio audio, AccessUnit unit) {}

    private final Optional<MediaInput> input;
    private final List<SourceAudio> audio;
    private final Deque<Ready> ready = new ArrayDeque<>();
    private Optional<Pending> pending = Optional.empty();

    private FileSound(Optional<MediaInput> input, List<SourceAudio> audio) {
        this.input = input;
        this.audio = List.copyOf(audio);
    }

    /** Silence. */
    static FileSound none() {
        return new FileSound(Optional.empty(), List.of());
    }

    /** The sound of {@code input}, which it closes. */
    static FileSound of(MediaInput input, List<SourceAudio> audio) {
        if (audio.isEmpty()) {
            input.close();
            return none();
        }
        audio.forEach(one -> input.select(one.input()));
        return new FileSound(Optional.of(input), audio);
    }

    List<Track> tracks() {
        return audio.stream().map(SourceAudio::track).toList();
    }

    /** Whether a packet is due before a frame; before none, if that is empty. */
    boolean isDueBefore(OptionalLong frameMicros) {
        return !ready.isEmpty()
                && (frameMicros.isEmpty() || ready.element().unit().captureMicros() <= frameMicros.getAsLong());
    }

    /** When the next packet is due, µs on the media clock; only where one is. */
    long dueMicros() {
        return ready.element().unit().captureMicros();
    }

    /** Delivers the next packet. */
    void deliver(SourceOutput output) {
        Ready next = ready.remove();
        output.accept(next.track(), next.unit());
    }

    /** Reads all before a frame. The time is that of the file without jumps, and {@code shiftMicros} what makes it the media clock’s. */
    void read(ContinuousTime time, long shiftMicros, long untilMicros) throws FfmpegException {
        boolean more = input.isPresent();
        while (more) {
            more = readNext(time);
            more = more && pending.orElseThrow().unit().captureMicros() < untilMicros;
            if (more) {
                publish(pending.orElseThrow(), shiftMicros);
                pending = Optional.empty();
            }
        }
    }

    /** Reads what is left of a lap up to its end, and begins anew. */
    void finish(ContinuousTime time, long shiftMicros, long endMicros) throws FfmpegException {
        read(time, shiftMicros, endMicros);
        pending = Optional.empty();
        if (input.isPresent()) {
            input.get().rewind();
        }
    }

    /** What people should know: sentences, each once. */
    List<String> problems() {
        return audio.stream().flatMap(one -> one.problem().stream()).toList();
    }

    @Override
    public void close() {
        audio.forEach(SourceAudio::close);
        input.ifPresent(MediaInput::close);
    }

    /** Makes sure that a packet is pending; false at the end of the file. */
    private boolean readNext(ContinuousTime time) throws FfmpegException {
        MediaInput file = input.orElseThrow();
        while (pending.isEmpty()) {
            if (!file.read()) {
                return false;
            }
            pending = find(file.packetTrack()).map(one -> packet(file, one, time));
        }
        return true;
    }

    private Optional<SourceAudio> find(InputTrack stream) {
        return audio.stream().filter(one -> one.input() == stream).findFirst();
    }

    private static Pending packet(MediaInput file, SourceAudio audio, ContinuousTime time) {
        long micros = time.place(audio.track().id(), file.presentationMicros());
        return new Pending(audio, audio.unit(file.packetBytes(), micros));
    }

    private void publish(Pending packet, long shiftMicros) {
        AccessUnit unit = packet.unit();
        AccessUnit stamped = new AccessUnit(
                unit.kind(), true, false, unit.captureMicros() + shiftMicros, unit.offsetMicros(), unit.payload());
        for (AccessUnit each : packet.audio().publish(stamped)) {
            if (ready.size() < MOST_READY) {
                ready.addLast(new Ready(packet.audio().track().id(), each));
            }
        }
    }
}
