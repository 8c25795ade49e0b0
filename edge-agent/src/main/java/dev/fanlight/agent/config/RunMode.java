package dev.fanlight.agent.config;

/** When the camera is on. */
public enum RunMode {
    /** While somebody watches, and a while after. */
    ON_DEMAND,
    /** From start to end. */
    ALWAYS
}
