package dev.fanlight.agent.doctor;

import dev.fanlight.agent.CameraTrial;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.agent.status.TrackRate;
import dev.fanlight.cli.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a trial says about camera, encoder and upload. Stateless. */
final class CameraCheck {

    /** Part of the wanted frames that must come. */
    private static final double ENOUGH = 0.8;

    private CameraCheck() {}

    static List<Finding> camera(CameraTrial.Result trial, CameraSettings settings) {
        if (trial.failure().isPresent() || trial.description().isEmpty()) {
            return List.of(Finding.problem("camera", trial.failure().orElse("No frame came in time.")));
        }
        List<Finding> findings = new ArrayList<>();
        String counted = trial.frames() + " frames in " + trial.span().toSeconds() + " s";
        findings.add(
                trial.frames() > 0
                        ? Finding.fine("camera", trial.description() + ": " + counted)
                        : Finding.problem("camera", trial.description() + ": " + counted, "Is the cable tight?"));
        main(trial).ifPresent(track -> findings.add(encoder(trial, track, settings)));
        return findings;
    }

    static List<Finding> upload(CameraTrial.Result trial, CameraTrial.RelayResult relay, CameraSettings settings) {
        Optional<TrackRate> main = main(trial);
        if (relay.failure().isPresent() || main.isEmpty()) {
            return List.of();
        }
        long wanted = settings.encoding().bitRate();
        boolean lowered = relay.figures().bitRate() < wanted;
        String carried = StatusText.bits(main.get().bitsPerSecond());
        return List.of(
                lowered
                        ? Finding.warning(
                                "upload",
                                "too slow for " + StatusText.bits(wanted) + ": lowered to "
                                        + StatusText.bits(relay.figures().bitRate()),
                                "A lower camera.bitrate, or a better network, gives steadier video.")
                        : Finding.fine("upload", "carries the camera's " + carried + " without waiting"));
    }

    private static Finding encoder(CameraTrial.Result trial, TrackRate track, CameraSettings settings) {
        double captured = trial.frames() / (double) Math.max(1, trial.span().toSeconds());
        String rate = String.format(
                Locale.ROOT,
                "%s%s at %.0f fps",
                trial.encoder().isEmpty() ? "" : trial.encoder() + ", ",
                StatusText.bits(track.bitsPerSecond()),
                track.unitsPerSecond());
        if (settings.mode() != EncodeMode.NONE && track.unitsPerSecond() < ENOUGH * captured) {
            return Finding.warning(
                    "encoder",
                    String.format(
                            Locale.ROOT,
                            "%skeeps up with %.0f of %.0f frames a second",
                            trial.encoder().isEmpty() ? "" : trial.encoder() + " ",
                            track.unitsPerSecond(),
                            captured),
                    "What this computer can encode: fanlight-agent bench");
        }
        return Finding.fine("encoder", rate);
    }

    private static Optional<TrackRate> main(CameraTrial.Result trial) {
        return trial.tracks().stream().findFirst();
    }
}
