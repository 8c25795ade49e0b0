package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.child.ChildEnd;
import dev.fanlight.relay.child.ChildListener;
import java.io.IOException;
import java.util.List;

/** Reads the JPEGs that one child writes. Confined to the gateway’s executor. */
final class ChildOutput implements ChildListener {

    private final StillEncoding.Callbacks callbacks;
    private final JpegReader reader = new JpegReader();

    ChildOutput(StillEncoding.Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void output(byte[] bytes) {
        List<byte[]> complete;
        try {
            complete = reader.read(bytes);
        } catch (IOException e) {
            callbacks.ended(this, "FFmpeg wrote what is no JPEG");
            return;
        }
        complete.forEach(jpeg -> callbacks.made(this, jpeg));
    }

    @Override
    public void ended(ChildEnd end) {
        callbacks.ended(
                this,
                switch (end.cause()) {
                    case NOT_STARTED -> "FFmpeg could not be started";
                    case FAILED -> "FFmpeg cannot decode it, and ended with exit code " + end.exitCode();
                    case DONE, CLOSED -> "FFmpeg made nothing of it";
                });
    }
}
