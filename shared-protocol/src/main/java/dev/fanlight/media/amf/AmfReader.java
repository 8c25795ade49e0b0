package dev.fanlight.media.amf;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values of AMF0. Lengths, depth and number of values are checked before anything is allocated. Not thread safe. */
public final class AmfReader {

    /** Deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 8;

    /** Most values that one reader reads, those inside others included. Metadata of cameras has some 30. */
    public static final int MAX_VALUES = 512;

    private static final int DATE_ZONE_BYTES = 2;
    private static final int END_OF_OBJECT = 9;

    private final ByteBuffer in;
    private int values;

    /** Reads from the position of a buffer, which moves along. */
    public AmfReader(ByteBuffer in) {
        this.in = in;
    }

    /** Whether there is another value, whole or not. */
    public boolean hasNext() {
        return in.hasRemaining();
    }

    /**
     * The next value.
     *
     * @throws BitstreamException when it is cut off, nested too deep, of an unknown type, or one too many
     */
    public AmfValue next() throws BitstreamException {
        return value(0);
    }

    private AmfValue value(int depth) throws BitstreamException {
        if (depth > MAX_DEPTH) {
            throw new BitstreamException("an AMF value is nested too deep");
        }
        count();
        int type = u8();
        return switch (type) {
            case 0 -> new AmfValue.Numeric(number());
            case 1 -> new AmfValue.Flag(u8() != 0);
            case 2 -> new AmfValue.Text(text(u16()));
            case 3 -> object(depth);
            case 5, 6, 13 -> AmfValue.NULL;
            case 7 -> reference();
            case 8 -> ecmaArray(depth);
            case 10 -> array(depth);
            case 11 -> date();
            case 12, 15 -> new AmfValue.Text(text(u32()));
            case 16 -> typedObject(depth);
            default -> throw new BitstreamException("an AMF value of the unknown type " + type);
        };
    }

    private AmfValue reference() throws BitstreamException {
        u16();
        return AmfValue.NULL;
    }

    private AmfValue date() throws BitstreamException {
        double millis = number();
        skip(DATE_ZONE_BYTES);
        return new AmfValue.Numeric(millis);
    }

    private AmfValue typedObject(int depth) throws BitstreamException {
        text(u16());
        return object(depth);
    }

    /** Its count is a hint that some programs leave at 0. */
    private AmfValue ecmaArray(int depth) throws BitstreamException {
        skip(Integer.BYTES);
        return object(depth);
    }

    private AmfValue object(int depth) throws BitstreamException {
        Map<String, AmfValue> members = new LinkedHashMap<>();
        while (true) {
            String name = text(u16());
            if (name.isEmpty() && in.hasRemaining() && in.get(in.position()) == END_OF_OBJECT) {
                in.get();
                return new AmfValue.Members(Collections.unmodifiableMap(members));
            }
            members.put(name, value(depth + 1));
        }
    }

    private AmfValue array(int depth) throws BitstreamException {
        long size = u32();
        if (size > MAX_VALUES) {
            throw new BitstreamException("an AMF array is too long");
        }
        List<AmfValue> items = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            items.add(value(depth + 1));
        }
        return new AmfValue.Items(items);
    }

    private void count() throws BitstreamException {
        values++;
        if (values > MAX_VALUES) {
            throw new BitstreamException("too many AMF values");
        }
    }

    private String text(long length) throws BitstreamException {
        require(length);
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private double number() throws BitstreamException {
        require(Double.BYTES);
        return Double.longBitsToDouble(u32() << Integer.SIZE | u32());
    }

    private int u8() throws BitstreamException {
        require(1);
        return in.get() & 0xFF;
    }

    private int u16() throws BitstreamException {
        return u8() << Byte.SIZE | u8();
    }

    private long u32() throws BitstreamException {
        return (long) u16() << Short.SIZE | u16();
    }

    private void skip(int bytes) throws BitstreamException {
        require(bytes);
        in.position(in.position() + bytes);
    }

    private void require(long bytes) throws BitstreamException {
        if (bytes > in.remaining()) {
            throw new BitstreamException("an AMF value is cut off");
        }
    }
}
