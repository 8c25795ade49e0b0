package dev.fanlight.agent.source.camera;

import java.util.List;

/**
 * A format in which a camera delivers frames. Immutable.
 *
 * @param code four characters of V4L2: {@code MJPG}
 * @param description as the driver says it
 * @param sizes that it has
 */
public record CameraFormat(String code, String description, List<Size> sizes) {

    /**
     * A size of frames.
     *
     * @param pixels {@code 1280x720}, or a range {@code 32x32 - 1920x1080}
     * @param rates frames a second; empty where the driver does not say them
     */
    public record Size(String pixels, List<Double> rates) {

        /** A copy. */
        public Size {
            rates = List.copyOf(rates);
        }
    }

    /** A copy. */
    public CameraFormat {
        sizes = List.copyOf(sizes);
    }

    /** What the agent does with it. */
    public FormatUse use() {
        return FormatUse.of(code);
    }
}
