package dev.fanlight.relay.chat;

/**
 * A line that is stored. Immutable.
 *
 * @param seq its place in the room, from 1
 * @param timeMicros the relay’s clock, µs
 * @param person id of the author
 * @param name name of the author when it was written
 * @param text as it was cleaned
 * @param clientId what the author’s page calls it
 */
public record ChatLine(long seq, long timeMicros, String person, String name, String text, String clientId) {

    /** Leaves the text out: it has no place in a log. */
    @Override
    public String toString() {
        return "ChatLine[" + seq + "]";
    }
}
