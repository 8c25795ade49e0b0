package dev.fanlight.agent.testing;

import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.camera.CameraMessage;
import java.io.IOException;

/** Stands in for the camera process; the device's name says how it behaves. */
public final class FakeCameraMain {

    private FakeCameraMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String behaviour = args[0];
        if (behaviour.endsWith("silent-from-the-start")) {
            Thread.sleep(600_000);
        }
        if (behaviour.endsWith("busy")) {
            CameraMessage.writeFailure(System.out, SourceProblem.BUSY, "/dev/video0 is in use.");
            return;
        }
        if (behaviour.endsWith("babble")) {
            System.out.print("this is no frame, but it is long enough for a header");
            System.out.flush();
            Thread.sleep(60_000);
        }
        byte[] frame = new byte[64 * 48 * 3 / 2];
        int frames = behaviour.endsWith("unplugged") ? 3 : behaviour.endsWith("silent") ? 1 : Integer.MAX_VALUE;
        for (int i = 0; i < frames; i++) {
            frame[0] = (byte) i;
            CameraMessage.writeFrame(System.out, new FrameSize(64, 48), System.nanoTime(), frame);
            Thread.sleep(20);
        }
        if (behaviour.endsWith("silent")) {
            Thread.sleep(600_000);
        }
    }
}
