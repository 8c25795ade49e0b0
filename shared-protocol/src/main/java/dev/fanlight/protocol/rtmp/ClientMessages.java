package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.amf.AmfWriter;
import dev.fanlight.media.flv.FlvReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What who publishes sends besides media: the commands in the order of FFmpeg and OBS, which servers expect. Stateless. */
public final class ClientMessages {

    /** Transaction of {@link #connect}. */
    public static final double CONNECT = 1;

    /** Transaction of {@link #createStream}. */
    public static final double CREATE_STREAM = 4;

    private static final double RELEASE = 2;
    private static final double ANNOUNCE = 3;
    private static final double PUBLISH = 5;

    private ClientMessages() {}

    /**
     * Asks for an application.
     *
     * @param app its name
     * @param url address of the application, without the key of a stream
     */
    public static RtmpMessage connect(String app, String url) {
        Map<String, AmfValue> object = new LinkedHashMap<>();
        object.put("app", AmfValue.of(app));
        object.put("type", AmfValue.of("nonprivate"));
        object.put("flashVer", AmfValue.of("FMLE/3.0 (compatible; Fanlight)"));
        object.put("tcUrl", AmfValue.of(url));
        object.put(
                "fourCcList",
                new AmfValue.Items(
                        FlvReader.fourCcs().stream().map(AmfValue::of).toList()));
        return new RtmpCommand("connect", CONNECT, List.of(new AmfValue.Members(object))).message(0);
    }

    /** Frees a stream that an earlier connection may have left. */
    public static RtmpMessage release(String key) {
        return new RtmpCommand("releaseStream", RELEASE, List.of(AmfValue.NULL, AmfValue.of(key))).message(0);
    }

    /** Announces a stream. */
    public static RtmpMessage announce(String key) {
        return new RtmpCommand("FCPublish", ANNOUNCE, List.of(AmfValue.NULL, AmfValue.of(key))).message(0);
    }

    /** Asks for the number of a stream. */
    public static RtmpMessage createStream() {
        return new RtmpCommand("createStream", CREATE_STREAM, List.of(AmfValue.NULL)).message(0);
    }

    /** Publishes to the stream with this number. */
    public static RtmpMessage publish(String key, int streamId) {
        List<AmfValue> arguments = List.of(AmfValue.NULL, AmfValue.of(key), AmfValue.of("live"));
        return new RtmpCommand("publish", PUBLISH, arguments).message(streamId);
    }

    /** Says what the stream is like. */
    public static RtmpMessage metadata(Map<String, AmfValue> values, int streamId) {
        return RtmpMessage.of(
                RtmpType.DATA,
                streamId,
                AmfWriter.write(List.of(
                        AmfValue.of("@setDataFrame"), AmfValue.of("onMetaData"), new AmfValue.Members(values))));
    }
}
