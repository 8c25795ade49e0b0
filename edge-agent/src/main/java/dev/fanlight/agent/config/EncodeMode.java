package dev.fanlight.agent.config;

/** Whether video is encoded here, and how. */
public enum EncodeMode {
    /**
     * Passed through where the source has H.264 without reordered frames that relay and browsers take as it is, encoded where not,
     * also from the middle of a source on; with an encoder in hardware where one works.
     */
    AUTO,
    /** Passed through or refused. */
    NONE,
    /** Always encoded, with an encoder in hardware where one works. */
    HARDWARE,
    /** Always encoded on the processor. */
    SOFTWARE;

    /** Whether nothing is passed through. */
    public boolean isAlwaysEncoding() {
        return this == HARDWARE || this == SOFTWARE;
    }
}
