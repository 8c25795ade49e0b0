package dev.fanlight.agent.config;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.cli.SecretMask;
import dev.fanlight.settings.ValueParser;
import java.util.Map;

/**
 * What the agent captures. Only local configuration names it, never a relay. Immutable.
 *
 * @param scheme kind of source
 * @param location which one; empty where there is only one. A URL may hold a password, and a command anything
 */
public record SourceSpec(SourceScheme scheme, String location) {

    /** Reads {@code auto}, {@code test}, {@code file:PATH}, {@code /dev/…}, a URL, {@code libcamera:N} or {@code exec:COMMAND}. */
    public static final ValueParser<SourceSpec> PARSER = SourceSpec::parse;

    private static final String DEVICES = "/dev/";
    private static final Map<String, SourceScheme> BY_NAME =
            Map.of("auto", SourceScheme.AUTO, "test", SourceScheme.TEST, "libcamera", SourceScheme.CSI);
    private static final Map<String, SourceScheme> BY_PREFIX =
            Map.of("file:", SourceScheme.FILE, "exec:", SourceScheme.COMMAND);
    private static final Map<String, SourceScheme> BY_URL_SCHEME = Map.of(
            "rtsp://", SourceScheme.RTSP,
            "rtsps://", SourceScheme.RTSP,
            "http://", SourceScheme.HTTP,
            "https://", SourceScheme.HTTP);
    private static final String CSI = "libcamera:";

    private static SourceSpec parse(String text) {
        if (BY_NAME.containsKey(text)) {
            SourceScheme scheme = BY_NAME.get(text);
            return new SourceSpec(scheme, scheme == SourceScheme.CSI ? "0" : "");
        }
        if (text.startsWith(DEVICES)) {
            return new SourceSpec(SourceScheme.DEVICE, text);
        }
        if (text.startsWith(CSI) && text.substring(CSI.length()).matches("[0-9]{1,2}")) {
            return new SourceSpec(SourceScheme.CSI, text.substring(CSI.length()));
        }
        for (Map.Entry<String, SourceScheme> prefix : BY_PREFIX.entrySet()) {
            if (text.startsWith(prefix.getKey())
                    && text.length() > prefix.getKey().length()) {
                return new SourceSpec(
                        prefix.getValue(), text.substring(prefix.getKey().length()));
            }
        }
        if (text.startsWith(OnvifAddress.SCHEME)) {
            return new SourceSpec(SourceScheme.ONVIF, OnvifAddress.parse(text).toString());
        }
        if (text.startsWith(RtmpAddress.SCHEME) && RtmpAddress.of(text).isPresent()) {
            return new SourceSpec(SourceScheme.RTMP, text);
        }
        for (Map.Entry<String, SourceScheme> scheme : BY_URL_SCHEME.entrySet()) {
            if (text.startsWith(scheme.getKey()) && hasHost(text)) {
                return new SourceSpec(scheme.getValue(), text);
            }
        }
        throw new IllegalArgumentException(
                "auto, test, file:PATH, a device like /dev/video0, libcamera:0, an address that begins"
                        + " with rtsp://, rtsps://, onvif://, http:// or https://, rtmp://0.0.0.0/live/KEY for a camera that pushes (a KEY of "
                        + RtmpAddress.MIN_KEY + " or more letters, digits, _ and -), or exec:COMMAND");
    }

    private static boolean hasHost(String url) {
        return CameraUrl.of(url).isPresent();
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "SourceSpec[" + scheme + ", "
                + (scheme == SourceScheme.COMMAND ? SecretMask.MASK : SecretMask.value(location)) + "]";
    }
}
