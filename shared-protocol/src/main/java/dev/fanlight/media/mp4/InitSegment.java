package dev.fanlight.media.mp4;

import dev.fanlight.media.MediaKind;
import java.util.List;

/** Writes what a player has to know before the first fragment: {@code ftyp} and {@code moov}. Stateless. */
public final class InitSegment {

    private static final int EXPECTED_BYTES = 2048;
    private static final int MOVIE_TIMESCALE = 1_000;
    private static final int ENABLED_IN_MOVIE = 3;
    private static final int FULL_VOLUME = 0x0100;
    private static final int UNDETERMINED_LANGUAGE = 0x55C4;
    private static final int SELF_CONTAINED = 1;

    private InitSegment() {}

    /** The init segment of these tracks, whose numbers differ. */
    public static byte[] of(List<Mp4Track> tracks) {
        BoxWriter out = new BoxWriter(EXPECTED_BYTES);
        out.box(
                "ftyp",
                box -> box.ascii("iso6").u32(0).ascii("iso6").ascii("cmfc").ascii("mp41"));
        out.box("moov", moov -> {
            movieHeader(moov, tracks);
            tracks.forEach(track -> track(moov, track));
            moov.box(
                    "mvex",
                    mvex -> tracks.forEach(track -> mvex.fullBox(
                            "trex", 0, 0, box -> box.u32(track.id()).u32(1).zeros(12))));
        });
        return out.toArray();
    }

    private static void movieHeader(BoxWriter moov, List<Mp4Track> tracks) {
        int next = tracks.stream().mapToInt(Mp4Track::id).max().orElse(0) + 1;
        moov.fullBox("mvhd", 0, 0, box -> {
            box.zeros(8)
                    .u32(MOVIE_TIMESCALE)
                    .u32(0)
                    .u32(0x10000)
                    .u16(FULL_VOLUME)
                    .zeros(10);
            Display.writeUnity(box);
            box.zeros(24).u32(next);
        });
    }

    private static void track(BoxWriter moov, Mp4Track track) {
        boolean video = track.kind() == MediaKind.VIDEO;
        moov.box("trak", trak -> {
            trak.fullBox("tkhd", 0, ENABLED_IN_MOVIE, box -> trackHeader(box, track, video));
            trak.box("mdia", mdia -> {
                mdia.fullBox(
                        "mdhd",
                        0,
                        0,
                        box -> box.zeros(8)
                                .u32(track.timescale())
                                .u32(0)
                                .u16(UNDETERMINED_LANGUAGE)
                                .u16(0));
                mdia.fullBox(
                        "hdlr",
                        0,
                        0,
                        box -> box.u32(0)
                                .ascii(video ? "vide" : "soun")
                                .zeros(12)
                                .u8(0));
                mdia.box("minf", minf -> information(minf, track, video));
            });
        });
    }

    private static void trackHeader(BoxWriter box, Mp4Track track, boolean video) {
        box.zeros(8)
                .u32(track.id())
                .zeros(16)
                .u32(0)
                .u16(video ? 0 : FULL_VOLUME)
                .u16(0);
        if (video) {
            track.display().writeMatrix(box);
            track.display().writeSize(box);
        } else {
            Display.writeUnity(box);
            box.zeros(8);
        }
    }

    private static void information(BoxWriter minf, Mp4Track track, boolean video) {
        if (video) {
            minf.fullBox("vmhd", 0, 1, box -> box.zeros(8));
        } else {
            minf.fullBox("smhd", 0, 0, box -> box.zeros(4));
        }
        minf.box(
                "dinf",
                dinf -> dinf.fullBox("dref", 0, 0, box -> box.u32(1).fullBox("url ", 0, SELF_CONTAINED, url -> {})));
        minf.box("stbl", stbl -> {
            stbl.fullBox("stsd", 0, 0, box -> SampleDescription.write(box.u32(1), track));
            stbl.fullBox("stts", 0, 0, box -> box.u32(0));
            stbl.fullBox("stsc", 0, 0, box -> box.u32(0));
            stbl.fullBox("stsz", 0, 0, box -> box.u32(0).u32(0));
            stbl.fullBox("stco", 0, 0, box -> box.u32(0));
        });
    }
}
