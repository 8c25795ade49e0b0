package dev.fanlight.relay.rewind;

import dev.fanlight.media.mp4.IndexedMovie;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers with the init segment of a file or one of its groups: {@code FILE/init.mp4}, {@code FILE/POSITION.m4s}. With {@code ?base=MICROS} the
 * times of the group count from then, for players that do not bear those since 1970.
 */
final class PieceHandler implements RouteHandler {

    private static final Pattern FILE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern GROUP = Pattern.compile("([0-9]{1,15})\\.m4s");

    private final RewindGate gate;
    private final RecordingLibrary library;
    private final AccessNotes notes;

    PieceHandler(RewindGate gate, RecordingLibrary library, AccessNotes notes) {
        this.gate = gate;
        this.library = library;
        this.notes = notes;
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        String file = String.valueOf(context.pathParam("file"));
        String piece = String.valueOf(context.pathParam("piece"));
        long base = base(Optional.ofNullable(context.request().getParam("base")));
        gate.answer(
                context,
                request -> find(request, file, piece, base),
                found -> found.ifPresentOrElse(
                        bytes -> RewindAnswers.body(context, RewindAnswers.MP4, Buffer.buffer(bytes)),
                        () -> RewindAnswers.nothing(context)));
    }

    private Optional<byte[]> find(RewindRequest request, String file, String piece, long base) throws IOException {
        if (!FILE.matcher(file).matches()) {
            return Optional.empty();
        }
        Optional<RecordedFile> known = library.file(request.camera(), Long.parseLong(file));
        if (known.isEmpty() || known.get().endMicros() < request.earliestMicros()) {
            return Optional.empty();
        }
        if (piece.equals("init.mp4")) {
            return Optional.of(
                    FileBytes.read(library.path(known.get()), 0, known.get().initBytes()));
        }
        Matcher group = GROUP.matcher(piece);
        return group.matches() ? group(request, known.get(), Long.parseLong(group.group(1)), base) : Optional.empty();
    }

    private Optional<byte[]> group(RewindRequest request, RecordedFile file, long position, long base)
            throws IOException {
        Optional<RecordedGroup> group =
                library.group(file, position).filter(its -> its.endMicros() > request.earliestMicros());
        if (group.isEmpty()) {
            return Optional.empty();
        }
        notes.look(request.principal(), request.camera(), group.get().startMicros());
        byte[] bytes = FileBytes.read(library.path(file), position, group.get().bytes());
        if (base > 0) {
            byte[] init = FileBytes.read(library.path(file), 0, file.initBytes());
            IndexedMovie.moveBack(bytes, base, IndexedMovie.timescales(init));
        }
        return Optional.of(bytes);
    }

    private static long base(Optional<String> text) {
        return text.filter(digits -> FILE.matcher(digits).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }
}
