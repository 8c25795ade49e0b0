package dev.fanlight.agent.config;

/** Whether video is encoded here. */
public enum EncodeMode {
    /**
     * Passed through where the source has H.264 without reordered frames that relay and browsers take as it is, encoded where not,
     * also from the middle of a source on.
     */
    AUTO,
    /** Passed through or refused. */
    NONE,
    /** Always encoded with x264. */
    SOFTWARE
}
