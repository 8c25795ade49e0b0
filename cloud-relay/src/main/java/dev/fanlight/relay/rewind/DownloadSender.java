package dev.fanlight.relay.rewind;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends a part of a download, piece by piece, each when the one before has been taken, for as long as it may be seen. Event loop only. */
final class DownloadSender {

    private static final Logger LOG = Logger.getLogger(DownloadSender.class.getName());

    /** How often it is checked whether who downloads still may. */
    static final Duration RECHECK = Duration.ofSeconds(1);

    private final Download download;
    private final ByteRange range;
    private final HttpServerResponse response;
    private final RewindRequest request;
    private final RewindGate gate;
    private long checkedNanos;
    private int piece;

    DownloadSender(
            Download download, ByteRange range, HttpServerResponse response, RewindRequest request, RewindGate gate) {
        this.download = download;
        this.range = range;
        this.response = response;
        this.request = request;
        this.gate = gate;
        this.checkedNanos = gate.clock().nanoTime();
        this.piece = download.pieceAt(range.first());
    }

    /** Sends the next piece and all after it. */
    void next() {
        if (response.closed()) {
            return;
        }
        if (piece >= download.pieces() || download.start(piece) > range.last()) {
            var unused = response.end();
            return;
        }
        int its = piece++;
        boolean check = isCheckDue();
        gate.worker()
                .executeBlocking(
                        () -> check && !gate.isStillOpen(request) ? Optional.<Buffer>empty() : read(its), false)
                .onSuccess(bytes -> bytes.ifPresentOrElse(next -> send(its, next), this::cut))
                .onFailure(e -> {
                    LOG.log(Level.FINE, "A download ends: its file is gone", e);
                    cut();
                });
    }

    private Optional<Buffer> read(int its) throws IOException {
        return Optional.of(Buffer.buffer(download.read(its)));
    }

    private boolean isCheckDue() {
        long now = gate.clock().nanoTime();
        if (now - checkedNanos < RECHECK.toNanos()) {
            return false;
        }
        checkedNanos = now;
        return true;
    }

    /** The length was announced: only the end of the connection shows that something is missing. */
    private void cut() {
        var unused = response.reset();
    }

    private void send(int its, Buffer bytes) {
        if (response.closed()) {
            return;
        }
        long start = download.start(its);
        int from = (int) Math.max(0, range.first() - start);
        int to = (int) Math.min(bytes.length(), range.last() + 1 - start);
        // By what was written rather than by writeQueueFull, which counts messages and lets several groups wait in
        // memory.
        response.write(bytes.slice(from, to)).onSuccess(written -> next());
    }
}
