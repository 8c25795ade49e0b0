package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.flv.FlvReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server sends besides media. Stateless. */
public final class ServerMessages {

    private static final int DYNAMIC_BANDWIDTH = 2;
    private static final int STREAM_BEGIN = 0;
    private static final int STREAM_END = 1;
    private static final int PING_REPLY = 7;
    private static final double CAPABILITIES = 31;
    private static final double CAN_FORWARD = 4;

    private ServerMessages() {}

    /** After how many bytes the peer has to acknowledge what it is sent. */
    public static RtmpMessage window(int bytes) {
        return RtmpMessage.of(RtmpType.WINDOW_SIZE, 0, ControlBody.of(bytes));
    }

    /** How much the peer may send without an acknowledgement. */
    public static RtmpMessage bandwidth(int bytes) {
        ByteBuffer body = ByteBuffer.allocate(Integer.BYTES + 1);
        return RtmpMessage.of(
                RtmpType.PEER_BANDWIDTH,
                0,
                body.putInt(bytes).put((byte) DYNAMIC_BANDWIDTH).flip());
    }

    /** The size of chunks from the next message on. */
    public static RtmpMessage chunkSize(int bytes) {
        return RtmpMessage.of(RtmpType.CHUNK_SIZE, 0, ControlBody.of(bytes));
    }

    /** A stream begins. */
    public static RtmpMessage streamBegin(int streamId) {
        return event(STREAM_BEGIN, streamId);
    }

    /** A stream has ended. */
    public static RtmpMessage streamEnd(int streamId) {
        return event(STREAM_END, streamId);
    }

    /** The answer to a ping with this number. */
    public static RtmpMessage pingReply(int number) {
        return event(PING_REPLY, number);
    }

    /** The connection is accepted; lists the codecs of E-RTMP that may be sent. */
    public static RtmpMessage connected(double transaction) {
        AmfValue.Members properties =
                members(Map.of("fmsVer", AmfValue.of("FMS/3,5,7,7009"), "capabilities", AmfValue.of(CAPABILITIES)));
        Map<String, AmfValue> status = status(StatusCode.CONNECTED, "Connected.");
        status.put("objectEncoding", AmfValue.of(0));
        status.put(
                "fourCcList",
                new AmfValue.Items(
                        FlvReader.fourCcs().stream().map(AmfValue::of).toList()));
        status.put("videoFourCcInfoMap", members(Map.of("*", AmfValue.of(CAN_FORWARD))));
        status.put("audioFourCcInfoMap", members(Map.of("*", AmfValue.of(CAN_FORWARD))));
        return new RtmpCommand("_result", transaction, List.of(properties, members(status))).message(0);
    }

    /** The answer to a command, with its results behind the null that stands for an object. */
    public static RtmpMessage result(double transaction, List<AmfValue> results) {
        List<AmfValue> arguments = new ArrayList<>(List.of(AmfValue.NULL));
        arguments.addAll(results);
        return new RtmpCommand("_result", transaction, arguments).message(0);
    }

    /** The refusal of a command, with a sentence for people. */
    public static RtmpMessage refusal(double transaction, StatusCode code, String sentence) {
        return new RtmpCommand("_error", transaction, List.of(AmfValue.NULL, members(status(code, sentence))))
                .message(0);
    }

    /** What has become of a stream, 0 for the connection, with a sentence for people. */
    public static RtmpMessage status(int streamId, StatusCode code, String sentence) {
        return new RtmpCommand("onStatus", 0, List.of(AmfValue.NULL, members(status(code, sentence))))
                .message(streamId);
    }

    private static Map<String, AmfValue> status(StatusCode code, String sentence) {
        Map<String, AmfValue> status = new LinkedHashMap<>();
        status.put("level", AmfValue.of(code.level()));
        status.put("code", AmfValue.of(code.code()));
        status.put("description", AmfValue.of(sentence));
        return status;
    }

    private static AmfValue.Members members(Map<String, AmfValue> members) {
        return new AmfValue.Members(members);
    }

    private static RtmpMessage event(int type, int value) {
        ByteBuffer body = ByteBuffer.allocate(Short.BYTES + Integer.BYTES);
        return RtmpMessage.of(
                RtmpType.USER_CONTROL,
                0,
                body.putShort((short) type).putInt(value).flip());
    }
}
