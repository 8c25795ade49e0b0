package dev.fanlight.agent.cli;

import dev.fanlight.agent.source.camera.CameraDevice;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.PrintWriter;
import java.util.List;

/**
 * Which of the cameras of this computer is used.
 *
 * @param cameras those that were found
 * @param questions asks when there are several
 * @param out shows them
 */
record SourceChoice(List<CameraDevice> cameras, Questions questions, PrintWriter out) {

    /** The {@code camera.source} of the only one, or of the one that is chosen. */
    String choose() {
        if (cameras.isEmpty()) {
            throw new UserException(
                    ExitCode.CAMERA,
                    "No camera found. Is the CSI cable seated? Does lsusb list the USB camera? One on the network:"
                            + " fanlight-agent setup --source rtsp://HOST/PATH (\"fanlight-agent cameras --onvif\" finds"
                            + " addresses). Without any: fanlight-agent setup --source test");
        }
        out.println("Cameras found");
        for (int i = 0; i < cameras.size(); i++) {
            out.printf(
                    "  %d  %-32s %s%n",
                    i + 1, cameras.get(i).name(), cameras.get(i).path());
        }
        out.flush();
        int chosen = cameras.size() == 1 ? 1 : ask();
        return cameras.get(chosen - 1).path().toString();
    }

    private int ask() {
        String answer = questions.ask("Which one? [1]", "--source PATH");
        if (answer.isEmpty()) {
            return 1;
        }
        boolean known = answer.matches("[1-9][0-9]?") && Integer.parseInt(answer) <= cameras.size();
        if (!known) {
            throw new UserException(ExitCode.USAGE, "Not one of the numbers above: \"" + answer + "\".");
        }
        return Integer.parseInt(answer);
    }
}
