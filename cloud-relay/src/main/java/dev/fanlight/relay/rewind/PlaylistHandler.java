package dev.fanlight.relay.rewind;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.rewind.RewindRequest.Range;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers with a time that was recorded as a playlist of HLS. Event loop only, holds no state. */
final class PlaylistHandler implements RouteHandler {

    private final RewindGate gate;
    private final RecordingLibrary library;
    private final AccessNotes notes;

    PlaylistHandler(RewindGate gate, RecordingLibrary library, AccessNotes notes) {
        this.gate = gate;
        this.library = library;
        this.notes = notes;
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        Optional<String> from = Optional.ofNullable(context.request().getParam("from"));
        Optional<String> to = Optional.ofNullable(context.request().getParam("to"));
        String query = Optional.ofNullable(context.request().getParam("key"))
                .map(key -> "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8))
                .orElse("");
        gate.answer(
                context,
                request -> find(request, from, to, query),
                found -> found.ifPresentOrElse(
                        playlist -> RewindAnswers.body(context, RewindAnswers.PLAYLIST, playlist),
                        () -> RewindAnswers.nothing(context)));
    }

    private Optional<Buffer> find(RewindRequest request, Optional<String> from, Optional<String> to, String query) {
        Optional<Range> range = request.range(from, to);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        long first = range.get().fromMicros();
        long last = range.get().toMicros();
        List<RecordedGroup> groups = library.groups(request.camera(), first, last, RecordingLibrary.MAX_DOWNLOAD);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        notes.look(request.principal(), request.camera(), groups.get(0).startMicros());
        Map<Long, Long> epochs = library.files(request.camera(), first, last).stream()
                .collect(Collectors.toMap(RecordedFile::startMicros, RecordedFile::epoch));
        return Optional.of(Buffer.buffer(VodPlaylist.of(groups, epochs, "rewind/", query)));
    }
}
