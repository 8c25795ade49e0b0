package dev.fanlight.agent.javacv;

import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/** Tells FFmpeg whether a blocking call is to end: called several times for each packet, and every 100 ms while it waits. Thread safe. */
final class InterruptCallback extends AVIOInterruptCB.Callback_Pointer {

    private static final OpaquePointer.Registry<BooleanSupplier> CANCELLED = new OpaquePointer.Registry<>();
    private static final InterruptCallback SHARED = new InterruptCallback();

    private InterruptCallback() {}

    /** Has {@code context} ask {@code cancelled}, until the pointer is forgotten. */
    static OpaquePointer<BooleanSupplier> install(AVFormatContext context, BooleanSupplier cancelled) {
        OpaquePointer<BooleanSupplier> opaque = CANCELLED.register(cancelled);
        context.interrupt_callback().callback(SHARED).opaque(opaque);
        return opaque;
    }

    @Override
    public int call(Pointer opaque) {
        return CANCELLED.of(opaque, () -> true).getAsBoolean() ? 1 : 0;
    }
}
