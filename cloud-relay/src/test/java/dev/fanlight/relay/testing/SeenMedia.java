package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.testing.Await;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The access units that a viewer has got. Thread safe. */
public final class SeenMedia {

    private record Unit(MediaHeader header, ByteBuffer payload) {}

    private final List<Unit> units = new CopyOnWriteArrayList<>();

    /** Collects what {@code viewer} gets from now on. */
    public static SeenMedia of(TestViewer viewer) {
        SeenMedia seen = new SeenMedia();
        viewer.onFrame((header, message) -> seen.units.add(new Unit(
                header,
                ByteBuffer.wrap(message, MediaHeader.BYTES, message.length - MediaHeader.BYTES)
                        .slice())));
        return seen;
    }

    public List<MediaHeader> headers(MediaKind kind) {
        return units.stream()
                .map(Unit::header)
                .filter(header -> header.kind() == kind)
                .toList();
    }

    /** The MD5 of each unit of this kind, once there are so many. */
    public List<String> hashes(MediaKind kind, int count) {
        Await.until(
                count + " of " + kind + ", there are " + headers(kind).size(),
                () -> headers(kind).size() >= count);
        return units.stream()
                .filter(unit -> unit.header().kind() == kind)
                .map(unit -> md5(unit.payload()))
                .toList();
    }

    private static String md5(ByteBuffer payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(payload.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until as many units of this kind have come, and compares them. */
    public void expect(MediaKind kind, List<ByteBuffer> payloads) {
        Await.until(
                payloads.size() + " of " + kind + ", there are " + headers(kind).size(),
                () -> headers(kind).size() >= payloads.size());
        assertThat(units.stream()
                        .filter(unit -> unit.header().kind() == kind)
                        .map(Unit::payload)
                        .toList())
                .isEqualTo(payloads);
    }

    /** Waits until as many units of this kind have come, and compares the first ones. */
    public void expectBegin(MediaKind kind, List<ByteBuffer> payloads) {
        Await.until(
                payloads.size() + " of " + kind + ", there are " + headers(kind).size(),
                () -> headers(kind).size() >= payloads.size());
        assertThat(units.stream()
                        .filter(unit -> unit.header().kind() == kind)
                        .map(Unit::payload)
                        .limit(payloads.size())
                        .toList())
                .isEqualTo(payloads);
    }
}
