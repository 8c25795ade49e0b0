package dev.fanlight.relay.testing;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;

/** A clip that an agent publishes again and again, with times that go on. */
public final class LoopedClip {

    private static final long SECOND = 1_000_000;

    private final FlvClip clip;
    private final TestAgent agent;
    private final long epoch;
    private final long loopMicros;
    private final long[] sequences = new long[2];
    private int sent;

    /**
     * Announces a clip.
     *
     * @param loopMicros how long it is
     */
    public LoopedClip(FlvClip clip, TestAgent agent, long epoch, long loopMicros) {
        this.clip = clip;
        this.agent = agent;
        this.epoch = epoch;
        this.loopMicros = loopMicros;
        clip.announce(agent, epoch);
    }

    /** Sends what comes next, up to and with so many frames of video. */
    public void sendFrames(int frames) {
        for (int left = frames; left > 0; ) {
            AccessUnit unit = clip.units.get(sent % clip.units.size());
            send(unit, sent / clip.units.size() * loopMicros);
            sent++;
            left -= unit.kind() == MediaKind.VIDEO ? 1 : 0;
        }
    }

    private void send(AccessUnit unit, long shift) {
        int track = unit.kind() == MediaKind.VIDEO ? 0 : 1;
        MediaHeader header = new MediaHeader(
                unit.kind(),
                unit.key() ? MediaHeader.KEY : 0,
                track,
                0,
                sequences[track]++,
                unit.captureMicros() + shift + SECOND,
                epoch,
                unit.offsetMicros());
        ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + unit.size());
        MediaCodec.write(header, message);
        agent.sendMedia(message.put(unit.payload().bytes()).array());
    }
}
