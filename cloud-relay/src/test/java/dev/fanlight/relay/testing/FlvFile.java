package dev.fanlight.relay.testing;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in FLV.
 *
 * @param tags in order
 */
public record FlvFile(List<FlvTag> tags) {

    public static FlvFile read(Path file) {
        try {
            return new FlvFile(new FlvStreamReader().read(ByteBuffer.wrap(Files.readAllBytes(file))));
        } catch (IOException | BitstreamException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a tag of H.264 or AAC holds an access unit, and no sequence header or metadata. */
    public boolean isUnit(FlvTag tag) {
        return tag.type() != FlvTagType.SCRIPT && tag.body().get(1) != 0;
    }

    /** H.264 and AAC of two seconds, 25 fps, a key frame every 10 frames. */
    public static Path make(Path folder, String options) {
        Path file = folder.resolve("clip.flv");
        FfmpegRun.run("-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=sample_rate=44100 -t 2"
                + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10 " + options
                + " -c:a aac -b:a 64k -flvflags no_duration_filesize -f flv " + file);
        return file;
    }

    /** H.264 of six seconds that needs some 10 Mbit a second, a key frame every 10 frames. */
    public static Path makeLarge(Path folder) {
        Path file = folder.resolve("large.flv");
        FfmpegRun.run("-f lavfi -i testsrc2=size=640x360:rate=25,noise=alls=60:allf=t -t 6"
                + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10 -bf 0 -b:v 8M -maxrate 8M -bufsize 1M"
                + " -flvflags no_duration_filesize -f flv " + file);
        return file;
    }

    /** The payloads of one kind as they travel to viewers. */
    public List<ByteBuffer> payloads(MediaKind kind) {
        List<ByteBuffer> payloads = new ArrayList<>();
        FlvReader reader = new FlvReader();
        try {
            for (FlvTag tag : tags) {
                for (FlvEvent event : reader.read(tag.type(), tag.timestampMillis(), tag.body())) {
                    if (event instanceof FlvEvent.Unit unit && unit.unit().kind() == kind) {
                        payloads.add(unit.unit().payload().bytes());
                    }
                }
            }
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
        return payloads;
    }
}
