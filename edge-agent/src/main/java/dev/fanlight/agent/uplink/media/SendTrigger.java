package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.media.Rendition;
import io.vertx.core.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Wakes the event loop once, however many pictures come before it gets there: its task queue stays bounded. Any thread. */
final class SendTrigger implements PublishQueue.Watcher {

    private final Context context;
    private final Runnable pump;
    private final Consumer<Rendition> keyFrame;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    SendTrigger(Context context, Runnable pump, Consumer<Rendition> keyFrame) {
        this.context = context;
        this.pump = pump;
        this.keyFrame = keyFrame;
    }

    @Override
    public void onAvailable() {
        if (!scheduled.getAndSet(true)) {
            context.runOnContext(nothing -> {
                scheduled.set(false);
                pump.run();
            });
        }
    }

    @Override
    public void onKeyFrameNeeded(Rendition rendition) {
        keyFrame.accept(rendition);
    }
}
