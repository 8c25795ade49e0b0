package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.FrameLimits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * What the agent writes to the stdin of a camera process, once: which camera it opens. Both ends are the same jar, so it has no version.
 * Immutable.
 *
 * @param device a link or node
 * @param limits the largest frame
 * @param mode whether H.264 of the camera may be, or has to be, passed through
 */
public record CameraRequest(Path device, FrameLimits limits, EncodeMode mode) {

    /** Waits for it; {@link IOException} when the agent is gone. */
    public static CameraRequest read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        Path device = Path.of(data.readUTF());
        FrameLimits limits = new FrameLimits(data.readInt(), data.readInt(), data.readInt());
        return new CameraRequest(device, limits, EncodeMode.valueOf(data.readUTF()));
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeUTF(device.toString());
        data.writeInt(limits.width());
        data.writeInt(limits.height());
        data.writeInt(limits.fps());
        data.writeUTF(mode.name());
        data.flush();
    }
}
