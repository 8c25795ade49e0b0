package dev.fanlight.media.webm;

/** The elements that are read or written, by their identifiers with the marker bits (RFC 9559 §5). Constants only. */
final class ElementId {

    static final long EBML = 0x1A45DFA3L;
    static final long SEGMENT = 0x18538067L;
    static final long INFO = 0x1549A966L;
    static final long TIMESTAMP_SCALE = 0x2AD7B1L;
    static final long TRACKS = 0x1654AE6BL;
    static final long TRACK_ENTRY = 0xAEL;
    static final long TRACK_NUMBER = 0xD7L;
    static final long TRACK_TYPE = 0x83L;
    static final long CODEC_ID = 0x86L;
    static final long CODEC_PRIVATE = 0x63A2L;
    static final long CONTENT_ENCODINGS = 0x6D80L;
    static final long CLUSTER = 0x1F43B675L;
    static final long TIMESTAMP = 0xE7L;
    static final long SIMPLE_BLOCK = 0xA3L;
    static final long BLOCK_GROUP = 0xA0L;
    static final long BLOCK = 0xA1L;
    static final long REFERENCE_BLOCK = 0xFBL;

    // Written only.
    static final long EBML_VERSION = 0x4286L;
    static final long EBML_READ_VERSION = 0x42F7L;
    static final long EBML_MAX_ID_LENGTH = 0x42F2L;
    static final long EBML_MAX_SIZE_LENGTH = 0x42F3L;
    static final long DOC_TYPE = 0x4282L;
    static final long DOC_TYPE_VERSION = 0x4287L;
    static final long DOC_TYPE_READ_VERSION = 0x4285L;
    static final long MUXING_APP = 0x4D80L;
    static final long WRITING_APP = 0x5741L;
    static final long TRACK_UID = 0x73C5L;
    static final long FLAG_LACING = 0x9CL;
    static final long VIDEO = 0xE0L;
    static final long PIXEL_WIDTH = 0xB0L;
    static final long PIXEL_HEIGHT = 0xBAL;

    private ElementId() {}

    /** Whether it is stepped into, since its content is of interest before its end is there. */
    static boolean isContainer(long id) {
        return id == SEGMENT || id == TRACKS || id == CLUSTER;
    }

    /** Whether it is read as a whole. */
    static boolean isRead(long id) {
        return id == EBML
                || id == INFO
                || id == TRACK_ENTRY
                || id == TIMESTAMP
                || id == SIMPLE_BLOCK
                || id == BLOCK_GROUP;
    }
}
