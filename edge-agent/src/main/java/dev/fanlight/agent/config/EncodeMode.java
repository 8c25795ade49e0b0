package dev.fanlight.agent.config;

/** Whether pictures are encoded here. */
public enum EncodeMode {
    /** Passed through where the source has H.264 without reordered pictures, encoded where not. */
    AUTO,
    /** Passed through or refused. */
    NONE,
    /** Always encoded with x264. */
    SOFTWARE
}
