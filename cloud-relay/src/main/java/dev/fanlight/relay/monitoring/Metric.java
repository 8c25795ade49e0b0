package dev.fanlight.relay.monitoring;

import java.util.List;

/**
 * The relay’s own metrics. {@code docs/metrics.md} has a row for each. No label holds a viewer, an address or a secret, and each has few
 * values: the names of cameras, of which at most {@link CameraMetrics#MAX_CAMERAS} are reported, or words of the program.
 */
public enum Metric {
    BUILD_INFO("fanlight_build_info", Type.INFO, "Always 1; the version is in the label.", "version"),
    CAMERAS("fanlight_cameras", Type.GAUGE, "Cameras by the state of their stream.", "state"),
    CAMERA_UP(
            "fanlight_camera_up",
            Type.GAUGE,
            "1 while an agent or another publisher of the camera is connected.",
            "camera"),
    CAMERA_PAUSED(
            "fanlight_camera_paused",
            Type.GAUGE,
            "1 while the camera is paused, by the owner or at the camera.",
            "camera"),
    CAMERA_UPLINK(
            "fanlight_camera_uplink",
            Type.GAUGE,
            "1 for the quality that the connection from the camera has now, 0 for the others.",
            "camera",
            "quality"),
    VIEWERS("fanlight_viewers", Type.GAUGE, "People who watch the camera now.", "camera"),
    READERS(
            "fanlight_readers",
            Type.GAUGE,
            "Consumers of the camera’s stream by the kind of their reader.",
            "camera",
            "kind"),
    RECEIVED_FRAMES("fanlight_frames_received_total", Type.COUNTER, "Frames of video received.", "camera"),
    RECEIVED_BYTES("fanlight_video_received_bytes_total", Type.COUNTER, "Bytes of video received.", "camera"),
    BROKEN_FRAMES(
            "fanlight_frames_undecodable_total",
            Type.COUNTER,
            "Access units received and dropped because something before them is missing.",
            "camera"),
    FRAME_AGE(
            "fanlight_capture_to_relay_seconds",
            Type.HISTOGRAM,
            "From the capture of a frame to its arrival at the relay.",
            "camera"),
    RECONNECTS(
            "fanlight_agent_reconnects_total",
            Type.COUNTER,
            "How often a publisher of the camera came again after the first time.",
            "camera"),
    FIRST_FRAME(
            "fanlight_viewer_first_frame_seconds",
            Type.HISTOGRAM,
            "From the admission of a viewer of the relay’s own pages to the acknowledgement of its first frame."),
    UNITS_RECEIVED(
            "fanlight_access_units_received_total", Type.COUNTER, "Access units of all tracks and cameras received."),
    UNITS_SENT("fanlight_access_units_sent_total", Type.COUNTER, "Access units sent, counted for each consumer."),
    DROPPED("fanlight_frames_dropped_total", Type.COUNTER, "Access units that were not delivered.", "reason"),
    VIEWER_ADMISSIONS("fanlight_viewer_admissions_total", Type.COUNTER, "Viewers admitted and refused.", "result"),
    VIEWER_DISCONNECTS(
            "fanlight_viewer_disconnects_total", Type.COUNTER, "Viewers that the relay disconnected.", "reason"),
    PUBLISHER_ADMISSIONS(
            "fanlight_publisher_admissions_total",
            Type.COUNTER,
            "Publishers admitted and refused, pairing included.",
            "result"),
    REFUSED_REQUESTS("fanlight_requests_refused_total", Type.COUNTER, "Requests and connections refused.", "reason"),
    FFMPEG(
            "fanlight_ffmpeg_processes_total",
            Type.COUNTER,
            "FFmpeg processes of gateways by what became of them.",
            "result"),
    CHAT("fanlight_chat_messages_total", Type.COUNTER, "Chat messages by what became of them.", "result"),
    CERTIFICATE(
            "fanlight_certificate_expiry_timestamp_seconds",
            Type.GAUGE,
            "When the certificate that is served ends, in seconds since 1970. Missing behind a proxy."),
    STORE_UP("fanlight_store_up", Type.GAUGE, "1 while the store can be written."),
    GATEWAY_PROBLEMS("fanlight_gateway_problems", Type.GAUGE, "Things the owner has to mend so that gateways work."),
    DISK_FREE("fanlight_state_disk_free_bytes", Type.GAUGE, "Space that is left on the disk of the state folder."),
    DISK_SIZE("fanlight_state_disk_size_bytes", Type.GAUGE, "Size of the disk of the state folder.");

    /** What a metric is. */
    public enum Type {
        /** Goes up and down. */
        GAUGE,
        /** Only goes up, from 0 at the start of the relay. */
        COUNTER,
        /** How often durations fell into each range. */
        HISTOGRAM,
        /** A gauge that is always 1: what it says is in its labels. */
        INFO
    }

    private final String title;
    private final Type type;
    private final String help;
    // Made by List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    Metric(String title, Type type, String help, String... labels) {
        this.title = title;
        this.type = type;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** Its name, with the unit and for counters with {@code _total}. */
    public String title() {
        return title;
    }

    /** What it is. */
    public Type type() {
        return type;
    }

    /** One sentence for people. */
    public String help() {
        return help;
    }

    /** The names of its labels, in the order of their values. */
    public List<String> labels() {
        return labels;
    }
}
