package dev.fanlight.protocol;

/**
 * How many watch: at 0 the camera may be released after a while, above 0 it must run.
 *
 * @param viewers how many watch now, 0 or more
 */
public record Demand(int viewers) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.DEMAND;
    }

    @Override
    public void dispatch(ToAgent.Handler handler) {
        handler.on(this);
    }
}
