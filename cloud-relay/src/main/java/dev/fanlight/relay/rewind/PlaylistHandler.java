package dev.fanlight.relay.rewind;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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
        gate.answer(context, request -> find(request, from, to), groups -> {
            if (groups.isEmpty()) {
                RewindAnswers.nothing(context);
            } else {
                RewindAnswers.body(
                        context, RewindAnswers.PLAYLIST, Buffer.buffer(VodPlaylist.of(groups, "rewind/", query)));
            }
        });
    }

    private List<RecordedGroup> find(RewindRequest request, Optional<String> from, Optional<String> to) {
        List<RecordedGroup> groups = request.range(from, to)
                .map(range -> library.groups(
                        request.camera(), range.fromMicros(), range.toMicros(), RecordingLibrary.MAX_DOWNLOAD))
                .orElse(List.of());
        if (!groups.isEmpty()) {
            notes.look(request.principal(), request.camera(), groups.get(0).startMicros());
        }
        return groups;
    }
}
