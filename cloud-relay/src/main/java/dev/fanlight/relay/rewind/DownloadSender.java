package dev.fanlight.relay.rewind;

import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends a part of a download, piece by piece, each when the one before has been taken. Event loop only. */
final class DownloadSender {

    private static final Logger LOG = Logger.getLogger(DownloadSender.class.getName());

    private final Download download;
    private final ByteRange range;
    private final HttpServerResponse response;
    private final WorkerExecutor worker;
    private int piece;

    DownloadSender(Download download, ByteRange range, HttpServerResponse response, WorkerExecutor worker) {
        this.download = download;
        this.range = range;
        this.response = response;
        this.worker = worker;
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
        worker.executeBlocking(() -> Buffer.buffer(download.read(its)), false)
                .onSuccess(bytes -> send(its, bytes))
                .onFailure(e -> {
                    // The length was announced: only the end of the connection shows that something is missing.
                    LOG.log(Level.FINE, "A download ends: its file is gone", e);
                    var unused = response.reset();
                });
    }

    private void send(int its, Buffer bytes) {
        if (response.closed()) {
            return;
        }
        long start = download.start(its);
        int from = (int) Math.max(0, range.first() - start);
        int to = (int) Math.min(bytes.length(), range.last() + 1 - start);
        var unused = response.write(bytes.slice(from, to));
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> next());
        } else {
            next();
        }
    }
}
