package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.config.CameraControls;
import dev.fanlight.agent.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sets {@code camera.controls} before a camera is opened. A control that it does not have, or a value out of range, is reported and skipped:
 * after a replug it may be another camera. Immutable.
 *
 * @param wanted what is configured
 * @param program that sets it
 */
public record ControlsAtOpening(CameraControls wanted, V4l2Ctl program) {

    private static final String ABSOLUTE = "_absolute";

    /** Sets them; what could not be set is the sentence. */
    Optional<String> apply(CameraDevice camera) throws InterruptedException {
        if (wanted.values().isEmpty()) {
            return Optional.empty();
        }
        try {
            List<CameraControl> known = program.controls(camera.path());
            List<String> settings = new ArrayList<>();
            List<String> refusals = new ArrayList<>();
            wanted.values().forEach((name, value) -> sort(name, value, known, settings, refusals));
            program.set(camera.path(), settings);
            return refusals.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Not set of camera.controls for " + camera.name() + ": " + String.join("; ", refusals)
                            + ".");
        } catch (SourceException e) {
            return Optional.of("camera.controls could not be set. " + e.getMessage());
        }
    }

    private static void sort(
            String name, long value, List<CameraControl> known, List<String> settings, List<String> refusals) {
        Optional<CameraControl> control = find(name, known);
        if (control.isEmpty()) {
            refusals.add("it has no " + name + ", but " + names(known));
            return;
        }
        control.get()
                .refusal(value)
                .ifPresentOrElse(refusals::add, () -> settings.add(control.get().name() + "=" + value));
    }

    /** By its name, or by the beginning of it that no other has: drivers call zoom {@code zoom_absolute}. */
    private static Optional<CameraControl> find(String name, List<CameraControl> known) {
        List<CameraControl> alike =
                known.stream().filter(one -> one.name().startsWith(name)).toList();
        return alike.stream()
                .filter(one -> one.name().equals(name) || one.name().equals(name + ABSOLUTE))
                .findFirst()
                .or(() -> alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty());
    }

    private static String names(List<CameraControl> known) {
        return known.isEmpty()
                ? "no controls"
                : known.stream().map(CameraControl::name).collect(Collectors.joining(", "));
    }
}
