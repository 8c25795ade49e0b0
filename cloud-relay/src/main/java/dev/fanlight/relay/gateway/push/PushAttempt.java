package dev.fanlight.relay.gateway.push;

/**
 * One attempt of a push. Its connection and its encoder may both say that they have ended, one after the other, and the second one is heard when the
 * next attempt has begun: what they say then is dropped. Event loop only.
 *
 * @param push that tries
 * @param number of the attempt
 */
record PushAttempt(Push push, long number) implements PushLink.Listener, PushEncoder.Listener {

    @Override
    public void accepted(PushLink link, int streamId) {
        if (push.isCurrent(number)) {
            push.accepted(link, streamId);
        }
    }

    @Override
    public void drained() {
        if (push.isCurrent(number)) {
            push.drained();
        }
    }

    @Override
    public void sent(int bytes) {
        if (push.isCurrent(number)) {
            push.sent(bytes);
        }
    }

    @Override
    public void keyFrameNeeded() {
        if (push.isCurrent(number)) {
            push.keyFrameNeeded();
        }
    }

    @Override
    public void closed(String reason) {
        if (push.isCurrent(number)) {
            push.closed(reason);
        }
    }
}
