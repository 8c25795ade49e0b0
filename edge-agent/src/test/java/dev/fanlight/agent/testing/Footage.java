package dev.fanlight.agent.testing;

import java.nio.file.Path;

/** The real footage in the test resources. */
public final class Footage {

    /** 768x432, 12.5 fps, 120 frames, baseline, sound beside it. */
    public static final Path CARS = Path.of("src/test/resources/media/cars-768x432-12.5fps-baseline-aac.mp4");
    /** 768x432, 10 fps, B-frames. */
    public static final Path PERSON = Path.of("src/test/resources/media/person-768x432-10fps-main-bframes.mp4");

    /** 64x48, 25 fps, 6 access units of baseline and 6 of high profile, whose parameter sets come in band. */
    public static final Path CHANGING = Path.of("src/test/resources/media/pps-changes.mkv");

    private Footage() {}
}
