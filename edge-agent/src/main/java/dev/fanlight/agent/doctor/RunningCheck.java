package dev.fanlight.agent.doctor;

import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.cli.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The status of a running agent, whose camera and connection are in use and so cannot be tried. Stateless. */
final class RunningCheck {

    private RunningCheck() {}

    static List<Finding> of(List<CameraStatus> cameras, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (CameraStatus camera : cameras) {
            List<String> lines = StatusText.lines(List.of(camera), now);
            boolean works =
                    camera.uplink() == CameraStatus.Uplink.CONNECTED && camera.source() != CameraStatus.Source.FAILED;
            String text = String.join(
                    "\n             ", lines.stream().map(String::strip).toList());
            findings.add(works ? Finding.fine("agent", text) : Finding.problem("agent", text));
        }
        return findings;
    }
}
