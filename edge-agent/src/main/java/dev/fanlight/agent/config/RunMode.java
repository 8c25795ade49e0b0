package dev.fanlight.agent.config;

/** When the camera is on. */
public enum RunMode {
    /** While there are viewers, and for a while after. */
    ON_DEMAND,
    /** From start to end. */
    ALWAYS
}
