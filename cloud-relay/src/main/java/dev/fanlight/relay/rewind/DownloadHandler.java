package dev.fanlight.relay.rewind;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.rewind.Download.DifferentVideoException;
import dev.fanlight.relay.rewind.RewindRequest.Range;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers with a time that was recorded as one MP4. Event loop only, holds no state. */
final class DownloadHandler implements RouteHandler {

    /** How long before the wanted moment the key frame is sought from which it can be decoded. */
    private static final long LEAD_MICROS = 15_000_000;

    private final RewindGate gate;
    private final RecordingLibrary library;
    private final AccessNotes notes;

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
        long first = Math.max(request.earliestMicros(), range.get().fromMicros() - LEAD_MICROS);
        List<RecordedGroup> groups = fromKey(
                library.groups(request.camera(), first, range.get().toMicros(), RecordingLibrary.MAX_DOWNLOAD + 1),
                range.get().fromMicros());
        if (groups.isEmpty()) {
            return new Nothing();
        }
        if (groups.size() > RecordingLibrary.MAX_DOWNLOAD) {
            return new TooLong();
        }
        Map<Long, RecordedFile> files = library
                .files(request.camera(), first, range.get().toMicros())
                .stream()
                .collect(Collectors.toMap(RecordedFile::startMicros, Function.identity()));
        try {
            return new Found(
                    Download.of(groups, files, library), request, groups.get(0).startMicros());
        } catch (DifferentVideoException e) {
            return new Changes();
        }
    }

    /** Those from the last key frame at or before the moment on, or else from the first one after it. */
    private static List<RecordedGroup> fromKey(List<RecordedGroup> groups, long micros) {
        int begin = -1;
        for (int i = 0; i < groups.size(); i++) {
            RecordedGroup group = groups.get(i);
            if (group.isKey()
                    && (begin < 0
                            || group.startMicros() <= micros
                            || groups.get(begin).endMicros() <= micros)) {
                begin = begin >= 0 && group.startMicros() > micros ? begin : i;
            }
        }
        return begin < 0 ? List.of() : groups.subList(begin, groups.size());
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
        Download download = found.download();
        HttpServerResponse response = context.response();
        Optional<ByteRange> asked = Optional.ofNullable(context.request().getHeader("Range"))
                .flatMap(header -> ByteRange.of(header, download.length()));
        RewindAnswers.head(context, RewindAnswers.MP4);
        response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (asked.isPresent() && !asked.get().isIn(download.length())) {
            response.setStatusCode(416).putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + download.length());
            var unused = response.end();
            return;
        }
        ByteRange range = asked.orElse(new ByteRange(0, download.length() - 1));
        asked.ifPresent(part -> response.setStatusCode(206)
                .putHeader(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes " + part.first() + "-" + part.last() + "/" + download.length()));
        String name = found.request().camera() + "-" + found.fromMicros() / 1_000_000 + ".mp4";
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(range.length()))
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        if (context.request().method().equals(HttpMethod.HEAD)) {
            var unused = response.end();
            return;
        }
        if (range.first() == 0) {
            notes.download(found.request().principal(), found.request().camera(), found.fromMicros());
        }
        new DownloadSender(download, range, response, gate.worker()).next();
    }
}
