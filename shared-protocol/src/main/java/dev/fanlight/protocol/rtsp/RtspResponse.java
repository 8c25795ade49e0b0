package dev.fanlight.protocol.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response. Immutable.
 *
 * @param status the result
 * @param sentence for people, in place of the status’s standard phrase; players show it
 * @param headers in their order, without {@code CSeq} and {@code Content-Length}
 * @param body text, may be empty
 */
public record RtspResponse(RtspStatus status, String sentence, Map<String, String> headers, String body) {

    /** One without headers. */
    public static RtspResponse of(RtspStatus status, String sentence) {
        return new RtspResponse(status, sentence, Map.of(), "");
    }

    /** A good one without headers. */
    public static RtspResponse ok() {
        return of(RtspStatus.OK, "OK");
    }

    /** The same with one more header. */
    public RtspResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RtspResponse(status, sentence, more, body);
    }

    /** The same with another body. */
    public RtspResponse withBody(String type, String text) {
        RtspResponse typed = with("Content-Type", type);
        return new RtspResponse(status, sentence, typed.headers, text);
    }

    /**
     * The bytes.
     *
     * @param sequence the request’s {@code CSeq}; empty when it had none
     */
    public byte[] bytes(String sequence) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder("RTSP/1.0 ")
                .append(status.code())
                .append(' ')
                .append(sentence)
                .append("\r\n");
        if (!sequence.isEmpty()) {
            text.append("CSeq: ").append(sequence).append("\r\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: ")
                .append(content.length)
                .append("\r\n\r\n")
                .append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
