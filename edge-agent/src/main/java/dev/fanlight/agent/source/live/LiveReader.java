package dev.fanlight.agent.source.live;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.runtime.Loop;

/** Reads a live input, in whose native code it may block, and alone frees it. Owned by the thread “live-source”. */
final class LiveReader implements Loop {

    private final LiveInput input;
    private final LiveQueue queue;
    private final LiveActivity activity;
    private boolean open;

    LiveReader(LiveInput input, LiveQueue queue, LiveActivity activity) {
        this.input = input;
        this.queue = queue;
        this.activity = activity;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        try {
            if (open) {
                input.read(queue, activity);
            } else {
                input.open();
                open = true;
            }
            return true;
        } catch (SourceException e) {
            queue.put(new LiveEvent.Failed(e));
            return false;
        }
    }

    @Override
    public void onClose() {
        input.close();
    }

    @Override
    public String roleName() {
        return "live-source";
    }
}
