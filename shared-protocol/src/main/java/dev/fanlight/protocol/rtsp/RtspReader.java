package dev.fanlight.protocol.rtsp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the requests of a client. What it interleaves with them (receiver reports behind {@code $}, RFC 2326 §10.12) and bodies are skipped;
 * nothing is kept but the head of a request, within {@link RtspLimits}. Not thread safe.
 */
public final class RtspReader {

    private static final int INTERLEAVED = '$';
    private static final int INTERLEAVED_HEAD_BYTES = 4;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private Optional<RtspRequest> begun = Optional.empty();
    private int toSkip;
    private int lineBytes;
    private boolean isInterleaved;

    /**
     * The next request; empty when more bytes are needed for one.
     *
     * @param in the bytes received, in any pieces; consumed as far as the request needs them
     * @throws BitstreamException when the peer breaks the rules or a limit, with a sentence for people; the reader must not be used after that
     */
    public Optional<RtspRequest> next(ByteBuffer in) throws BitstreamException {
        while (true) {
            skip(in);
            if (toSkip == 0 && begun.isPresent()) {
                Optional<RtspRequest> whole = begun;
                begun = Optional.empty();
                return whole;
            }
            if (!in.hasRemaining()) {
                return Optional.empty();
            }
            take(in.get());
        }
    }

    private void skip(ByteBuffer in) {
        int length = Math.min(toSkip, in.remaining());
        in.position(in.position() + length);
        toSkip -= length;
    }

    private void take(byte next) throws BitstreamException {
        if (head.size() == 0) {
            if (next == '\r' || next == '\n') {
                return;
            }
            isInterleaved = next == INTERLEAVED;
        }
        if (!isInterleaved && next < ' ' && next != '\r' && next != '\n' && next != '\t') {
            throw new BitstreamException("this is no request of RTSP");
        }
        head.write(next);
        if (isInterleaved) {
            takeInterleaved();
        } else {
            takeHead(next);
        }
    }

    private void takeInterleaved() {
        if (head.size() == INTERLEAVED_HEAD_BYTES) {
            toSkip = ByteBuffer.wrap(head.toByteArray()).getShort(2) & 0xFFFF;
            head.reset();
        }
    }

    private void takeHead(byte next) throws BitstreamException {
        if (head.size() > RtspLimits.MAX_HEAD_BYTES) {
            throw new BitstreamException(
                    "a request without its body has at most " + RtspLimits.MAX_HEAD_BYTES + " bytes");
        }
        if (next != '\n') {
            lineBytes += next == '\r' ? 0 : 1;
            return;
        }
        boolean isEnd = lineBytes == 0;
        lineBytes = 0;
        if (isEnd) {
            RtspRequest request =
                    RtspRequest.parse(head.toString(StandardCharsets.ISO_8859_1).stripTrailing());
            head.reset();
            toSkip = bodyBytes(request);
            begun = Optional.of(request);
        }
    }

    private static int bodyBytes(RtspRequest request) throws BitstreamException {
        String text = request.header("Content-Length").orElse("0");
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > RtspLimits.MAX_BODY_BYTES) {
            throw new BitstreamException("the body of a request has at most " + RtspLimits.MAX_BODY_BYTES + " bytes");
        }
        return Integer.parseInt(text);
    }
}
