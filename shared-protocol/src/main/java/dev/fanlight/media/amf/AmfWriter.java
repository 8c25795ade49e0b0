package dev.fanlight.media.amf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes values of AMF0. Stateless. */
public final class AmfWriter {

    private static final int MAX_SHORT_TEXT = 0xFFFF;
    private static final byte[] END_OF_OBJECT = {0, 0, 9};

    private AmfWriter() {}

    /** The values one behind the other. */
    public static ByteBuffer write(List<AmfValue> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach(value -> put(out, value));
        return ByteBuffer.wrap(out.toByteArray());
    }

    private static void put(ByteArrayOutputStream out, AmfValue value) {
        if (value instanceof AmfValue.Numeric number) {
            out.write(0);
            number(out, Double.doubleToLongBits(number.value()), Double.BYTES);
        } else if (value instanceof AmfValue.Flag flag) {
            out.write(1);
            out.write(flag.value() ? 1 : 0);
        } else if (value instanceof AmfValue.Text text) {
            text(out, text.value().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof AmfValue.Members object) {
            out.write(3);
            members(out, object.members());
        } else if (value instanceof AmfValue.Items array) {
            out.write(10);
            number(out, array.items().size(), Integer.BYTES);
            array.items().forEach(item -> put(out, item));
        } else {
            out.write(5);
        }
    }

    private static void members(ByteArrayOutputStream out, Map<String, AmfValue> members) {
        members.forEach((name, value) -> {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            number(out, bytes.length, Short.BYTES);
            out.writeBytes(bytes);
            put(out, value);
        });
        out.writeBytes(END_OF_OBJECT);
    }

    private static void text(ByteArrayOutputStream out, byte[] bytes) {
        boolean isShort = bytes.length <= MAX_SHORT_TEXT;
        out.write(isShort ? 2 : 12);
        number(out, bytes.length, isShort ? Short.BYTES : Integer.BYTES);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >> (Byte.SIZE * i)));
        }
    }
}
