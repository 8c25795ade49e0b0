package dev.fanlight.relay.rewind;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.rewind.Download.DifferentVideoException;
import dev.fanlight.relay.rewind.RewindRequest.Range;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Answers with a time that was recorded as one MP4, to a few at a time: each holds a list of all its groups. Thread safe. */
final class DownloadHandler implements RouteHandler {

    /** Most downloads at a time. */
    static final int MOST_AT_ONCE = 16;

    private final RewindGate gate;
    private final RecordingLibrary library;
    private final AccessNotes notes;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    DownloadHandler(RewindGate gate, RecordingLibrary library, AccessNotes notes) {
        this.gate = gate;
        this.library = library;
        this.notes = notes;
    }

    /** What comes of a request. */
    private sealed interface Outcome {}

    private record Found(Download download, RewindRequest request, long fromMicros) implements Outcome {}

    private record Nothing() implements Outcome {}

    private record TooLong() implements Outcome {}

    private record Changes() implements Outcome {}

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        Optional<String> from = Optional.ofNullable(context.request().getParam("from"));
        Optional<String> to = Optional.ofNullable(context.request().getParam("to"));
        gate.answer(context, request -> find(request, from, to), outcome -> give(context, outcome));
    }

    private Outcome find(RewindRequest request, Optional<String> from, Optional<String> to) throws IOException {
        Optional<Range> range = request.range(from, to);
        if (range.isEmpty()) {
            return new Nothing();
        }
        Optional<RecordedPart> part = RecordedPart.find(
                library, request.camera(), range.get().fromMicros(), range.get().toMicros(), request.earliestMicros());
        if (part.isEmpty()) {
            return new Nothing();
        }
        if (part.get().isTooLong()) {
            return new TooLong();
        }
        try {
            return new Found(part.get().download(library), request, part.get().startMicros());
        } catch (DifferentVideoException e) {
            return new Changes();
        }
    }

    private void give(RoutingContext context, Outcome outcome) {
        if (outcome instanceof Found found) {
            send(context, found);
        } else if (outcome instanceof TooLong) {
            RewindAnswers.tooLong(context);
        } else if (outcome instanceof Changes) {
            RewindAnswers.changes(context);
        } else {
            RewindAnswers.nothing(context);
        }
    }

    private void send(RoutingContext context, Found found) {
        if (!places.tryAcquire()) {
            RewindAnswers.busy(context);
            return;
        }
        context.addEndHandler(end -> places.release());
        RewindRequest request = found.request();
        RewindAnswers.saved(context, request.camera().text(), found.fromMicros());
        RewindAnswers.file(context, found.download().length()).ifPresent(range -> {
            if (range.first() == 0) {
                notes.download(request.principal(), request.camera(), found.fromMicros());
            }
            new DownloadSender(found.download(), range, context.response(), request, gate).next();
        });
    }
}
