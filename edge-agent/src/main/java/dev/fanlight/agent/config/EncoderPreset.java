package dev.fanlight.agent.config;

import java.util.Locale;

/** How much CPU x264 spends on a frame; each costs more than the one before and looks better at the same bit rate. */
public enum EncoderPreset {
    /** 7 ms CPU a 720p frame on the machine of {@code docs}; x264’s {@code ultrafast}. */
    ULTRAFAST,
    /** 12 ms on the same machine. */
    SUPERFAST,
    /** More than that. */
    VERYFAST;

    /** The name as x264 knows it. */
    public String x264Name() {
        return name().toLowerCase(Locale.ROOT);
    }
}
