package dev.fanlight.agent.config;

/** When the camera is on. */
public enum RunMode {
    /** While there are viewers, and for a while after. */
    ON_DEMAND,
    /** From start to end; nothing is sent while there are no viewers. */
    ALWAYS,
    /** On demand within its hours, off outside of them whatever viewers want. */
    SCHEDULE
}
