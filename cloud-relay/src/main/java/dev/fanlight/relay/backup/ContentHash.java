package dev.fanlight.relay.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How long a content is, and its hash. Immutable.
 *
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal digits
 */
record ContentHash(long size, String sha256) {

    private static final int BLOCK = 64 * 1024;

    /** Copies all that comes. Blocking. */
    static ContentHash ofCopy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            digest.update(block, 0, length);
            out.write(block, 0, length);
            size += length;
        }
        return new ContentHash(size, HexFormat.of().formatHex(digest.digest()));
    }

    boolean isOf(BackupEntry entry) {
        return size == entry.size() && sha256.equals(entry.sha256());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
