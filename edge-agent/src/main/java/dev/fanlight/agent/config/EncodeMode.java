package dev.fanlight.agent.config;

/** Whether video is encoded here. */
public enum EncodeMode {
    /** Passed through where the source has H.264 without reordered frames, encoded where not. */
    AUTO,
    /** Passed through or refused. */
    NONE,
    /** Always encoded with x264. */
    SOFTWARE
}
