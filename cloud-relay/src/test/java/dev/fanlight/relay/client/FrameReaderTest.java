package dev.fanlight.relay.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private final List<String> seen = new ArrayList<>();
    private final MessagePrefix prefix = new MessagePrefix();
    private final FrameReader reader = new FrameReader(new FrameSink() {

        @Override
        public void begin(int opcode, long length) {
            prefix.begin(4);
            seen.add(opcode + ":" + length);
        }

        @Override
        public void part(ByteBuf in, int index, int length) {
            prefix.add(in, index, length);
        }

        @Override
        public void end() {
            seen.add("kept " + prefix.bytes().remaining());
        }
    });

    private static ByteBuf threeFrames() {
        ByteBuf frames = Unpooled.buffer();
        frames.writeByte(0x82).writeByte(5).writeZero(5);
        frames.writeByte(0x89).writeByte(0);
        frames.writeByte(0x82).writeByte(126).writeShort(300).writeZero(300);
        frames.writeByte(0x81).writeByte(127).writeLong(70_000).writeZero(70_000);
        return frames;
    }

    @Test
    void framesInOneReadAreSplit() {
        reader.read(threeFrames());
        assertThat(seen).containsExactly("2:5", "kept 4", "9:0", "kept 0", "2:300", "kept 4", "1:70000", "kept 4");
    }

    @Test
    void framesThatArriveByteByByteAreTheSame() {
        ByteBuf frames = threeFrames();
        while (frames.isReadable()) {
            reader.read(frames.readSlice(1));
        }
        assertThat(seen).containsExactly("2:5", "kept 4", "9:0", "kept 0", "2:300", "kept 4", "1:70000", "kept 4");
    }
}
