package dev.fanlight.agent.config;

import java.util.Locale;

/** How much work x264 puts into a picture; the later, the more CPU and the better the picture at the same bitrate. */
public enum EncoderPreset {
    /** 7 ms CPU a 720p picture on the machine of {@code docs}; x264’s {@code ultrafast}. */
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
