package dev.fanlight.relay.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Ruins messages, always in the same way for the same seed. */
public final class Mutations {

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    public byte[] ruin(byte[] message) {
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(message, random.nextInt(message.length));
            case 1 -> flipped(message, 1);
            case 2 -> flipped(message, 10);
            case 3 -> inserted(message);
            case 4 -> noise(random.nextInt(300));
            case 5 -> "[".repeat(1 + random.nextInt(8_000)).getBytes(StandardCharsets.UTF_8);
            case 6 -> ("{\"type\":\"" + "x".repeat(random.nextInt(20_000)) + "\"}").getBytes(StandardCharsets.UTF_8);
            case 7 -> noise(random.nextInt(120_000));
            default -> message;
        };
    }

    /** The first byte of a frame: mostly a final text or binary one, sometimes anything. */
    public int firstByte(int usual) {
        return random.nextInt(10) == 0 ? random.nextInt(256) : usual;
    }

    public boolean masked() {
        return random.nextInt(50) != 0;
    }

    private byte[] flipped(byte[] message, int times) {
        byte[] copy = message.clone();
        for (int i = 0; i < times; i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] inserted(byte[] message) {
        int at = random.nextInt(message.length);
        byte[] extra = noise(1 + random.nextInt(8));
        byte[] copy = Arrays.copyOf(message, message.length + extra.length);
        System.arraycopy(message, at, copy, at + extra.length, message.length - at);
        System.arraycopy(extra, 0, copy, at, extra.length);
        return copy;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
